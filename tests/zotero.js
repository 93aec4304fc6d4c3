// Save pages as Zotero does, with its own translator "Embedded Metadata": prints the items as JSON, in the
// last line, below Zotero's log.
// Arguments: the folder of `zotero-translators` and what it needs. Standard input: [[address, HTML], …].
const {readFileSync} = require("fs")
const {createRequire} = require("module")
const Module = require("module")

const folder = process.argv[2]
const from = createRequire(`${folder}/index.js`)
const {JSDOM} = from("jsdom")
const xpath = from("wicked-good-xpath")

// The package shows the translators for searching and importing, not the one for pages, which it has.
const START = "return __webpack_require__(__webpack_require__.s = 0);"
const TRANSLATE = 19
const file = `${folder}/package/index.js`
const bundle = readFileSync(file, "utf8")
if (bundle.split(START).length !== 2) throw new Error(`${file} must begin as it did`)
const zotero = new Module(file)
zotero.filename = file
zotero.paths = [`${folder}/node_modules`]
zotero._compile(bundle.replace(START, `${START.replace("return ", "")} return __webpack_require__(${TRANSLATE})`), file)
const EMBEDDED_METADATA = "951c027d-74ac-47d4-a107-9c3069ab7b48"

async function save(url, html) {
    const {window} = new JSDOM(html, {url})
    xpath.install(window, true)
    const translation = new zotero.exports.Web()
    translation.setDocument(window.document)
    translation.setTranslator(EMBEDDED_METADATA)
    const [item] = await translation.translate({libraryID: false, saveAttachments: false})
    return item
}

async function main() {
    const items = []
    for (const [url, html] of JSON.parse(readFileSync(0, "utf8"))) items.push(await save(url, html))
    process.stdout.write(`\n${JSON.stringify(items)}`, () => process.exit(0))
}

main().catch((error) => {
    console.error(error)
    process.exit(1)
})
