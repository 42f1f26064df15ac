# Two commands: `make` sets everything up and makes the site, its feeds and the next bulletins; `make test` proves it.
PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check
READY := $(VENV)/ready
READY_DEV := $(VENV)/ready-dev
MESSAGES := $(wildcard scripts/loaphuong/locale/*/LC_MESSAGES/*.po)

# Hundreds of processes start in a run of the tests; compiled once, the package is there at once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: all setup serve test quick lint lint-overrides mutate bench fuzz lock sbom audit docs messages clean
all: $(READY)
	$(BIN)/loa build

setup: $(READY)

# Installed without looking anything up that the lock does not name: every file's hash is in the lock. Words are compiled
# on the way.
$(READY): requirements.lock pyproject.toml $(MESSAGES)
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(PYTHON) scripts/link_package.py $(VENV)
	@touch $@

$(READY_DEV): $(READY) requirements-dev.lock
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

serve: $(READY)
	$(BIN)/loa serve

test: $(READY_DEV)
	$(BIN)/python tests/browser/install.py
	$(BIN)/pytest

# What a second Python is asked; `make PYTHON=python3.13 VENV=build/python3.13 quick`.
quick: $(READY_DEV)
	$(BIN)/pytest -m "not browser" --ignore=tests/demonstration

lint: $(READY_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory lint-overrides; else echo "No npm here: ESLint and stylelint did not look at overrides/; a plainer check does."; $(BIN)/pytest -q -n 0 tests/web/test_old_phones.py; fi

lint-overrides: node_modules/.package-lock.json
	npm run --silent lint

# Linters alone; what they find is never shipped, and the lock names no registry.
node_modules/.package-lock.json: package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	@touch $@

bench: $(READY_DEV)
	$(BIN)/python -m tests.bench

# Small faults, one at a time: do the tests notice?
mutate: $(READY_DEV)
	$(BIN)/python -m tests.mutate

fuzz: $(READY_DEV)
	$(BIN)/python -m tests.fuzz

# uv resolves once for every system and Python; what it writes is read by plain pip.
lock: $(READY_DEV)
	$(PIP) install --quiet "uv>=0.9"
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --extra build --extra print pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" --extra dev --constraints requirements.lock pyproject.toml --output-file requirements-dev.lock

# What is shipped, with the hash of every file: CycloneDX.
sbom: $(READY_DEV)
	@mkdir -p build
	$(BIN)/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml --output-file build/sbom.cdx.json requirements.lock

audit: $(READY_DEV)
	$(BIN)/pip-audit --require-hashes --disable-pip --requirement requirements.lock

# What is told of the declarations: every key of front matter, every problem.
docs: $(READY_DEV)
	$(BIN)/python -m tests.content.test_field_reference
	$(BIN)/python -m tests.station.test_station_reference
	$(BIN)/python -m tests.core.test_problem_pages

# Collects new messages; translate what is empty in the .po file, then build. Writes what docs/ says of them anew.
messages: $(READY_DEV)
	@mkdir -p build
	$(BIN)/pybabel --quiet extract --keywords=N_ --no-location --sort-output --omit-header --ignore-dirs="web print" --output build/loaphuong.pot scripts/loaphuong
	$(BIN)/pybabel --quiet extract --mapping babel.cfg --keywords=N_ --no-location --sort-output --omit-header --output build/page.pot .
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --omit-header --width=10000 --domain loaphuong --input-file build/loaphuong.pot --output-dir scripts/loaphuong/locale
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-obsolete --omit-header --width=10000 --domain page --input-file build/page.pot --output-dir scripts/loaphuong/locale
	$(MAKE) docs

clean:
	rm -rf $(VENV) build site audio/cache audio/packages audio/exports
