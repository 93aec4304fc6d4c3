# One command each: `make build`, `make test`, `make serve`, `make check`.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# Silences the theme's notice of its end of life, which is for maintainers: see MAINTAINING.md.
export NO_MKDOCS_2_WARNING := 1

.PHONY: build offline edition book sbom serve test check golden measure fuzz bench map words lock clean

# The site takes the place of the last one only when nothing is wrong with it.
build: $(VENV)/build.stamp
	$(BIN)/python -m build_tools.release

# The same site for reading from files, without a server, packed into one archive.
offline: $(VENV)/build.stamp
	$(BIN)/python -m build_tools.release --offline

# Freezes the site as it is committed, under its date and commit; SITE_URL says where it is published.
edition: $(VENV)/test.stamp
	$(BIN)/python -m pytest -q tests/measure
	$(BIN)/python -m build_tools.edition

# The site as one file to keep, EPUB and PDF, in book/; a Chromium prints the PDF.
book: $(VENV)/build.stamp
	$(BIN)/python -m build_tools.book

# What the site is built with, as CycloneDX, by the lock: each package with its version and hashes.
sbom: $(VENV)/sbom.stamp
	$(VENV)/sbom/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-file sbom.json requirements/build.txt

serve: $(VENV)/build.stamp
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: check
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m build_tools check

golden: $(VENV)/test.stamp
	$(BIN)/python -m pytest --update-golden

# Renews the tables of what the checks catch; it prints what gets through and what is refused.
measure: $(VENV)/test.stamp
	$(BIN)/python tests/measure/measure.py

# Reads texts that nobody would write, for an hour of CPU or as long as is asked; keeps what fails.
FUZZ_SECONDS ?= 3600
fuzz: $(VENV)/test.stamp
	PYTHONPATH=tests:tests/measure $(BIN)/python tests/fuzz/run.py --seconds $(FUZZ_SECONDS)

bench: $(VENV)/test.stamp $(VENV)/bench.stamp
	$(BIN)/python tests/measure/bench.py
	PYTHONPATH=tests $(BIN)/python tests/measure/bench_hostile.py
	PYTHONPATH=tests $(BIN)/python tests/measure/bench_kills.py
	PYTHONPATH=tests $(BIN)/python tests/measure/bench_build.py
	PYTHONPATH=tests $(BIN)/python tests/measure/bench_again.py
	PYTHONPATH=tests $(BIN)/python tests/measure/bench_build.py --growth
	PYTHONPATH=tests $(BIN)/python tests/measure/bench_reading.py

# Redraws the coast of the map, from Natural Earth's land in an npm package.
map: $(VENV)/test.stamp
	$(BIN)/python -m build_tools.explainer.draw_coastline $(VENV)/node/node_modules/world-atlas/land-10m.json docs/_data/coastline.geojson

# Draws the relations of English words again, from WordNet in Debian's package wordnet-base.
words: $(VENV)/test.stamp
	$(BIN)/python -m build_tools.english.draw_word_relations /usr/share/wordnet build_tools/english/word_relations.txt

$(VENV)/build.stamp: requirements/build.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/build.stamp requirements/test.txt tests/install_tools.sh
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	sh tests/install_tools.sh $(BIN)
	touch $@

$(VENV)/sbom.stamp: $(VENV)/build.stamp requirements/sbom.txt
	$(PYTHON) -m venv $(VENV)/sbom
	$(VENV)/sbom/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/sbom.txt
	touch $@

# Lighthouse, and mkdocs-bibtex to compare with, which only the bench needs.
$(VENV)/bench.stamp: requirements/bibtex.txt
	$(PYTHON) -m venv $(VENV)/bibtex
	$(VENV)/bibtex/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bibtex.txt
	npm install --silent --no-save --no-package-lock --prefix $(VENV)/bench lighthouse@12.8.2
	touch $@

# Renews the locks; needs uv. The locks hold hashes and no address of a registry.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml requirements/backend.in -o requirements/build.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml requirements/backend.in --extra test -o requirements/test.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header requirements/links.in -o requirements/links.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header requirements/bibtex.in -o requirements/bibtex.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header requirements/sbom.in -o requirements/sbom.txt

clean:
	rm -rf $(VENV) site site-offline.zip sbom.json book .build .cache
