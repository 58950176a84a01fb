# make sample   install into .venv and print the dossier of the bundled sample
# make test     install what the tests need and run them
# make check    what CI runs beside the tests: lint, types, imports, sizes, packs
# make gate     accuracy floors over the bundled gold, and over the evaluation data where it is present
# make packs    compile the data files        make record   rewrite generated docs and recorded documents
# make bench    speed and memory              make clean    remove .venv and everything built

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: sample test check gate packs record bench clean sizes

sample: $(VENV)/installed
	@$(BIN)/runut trace --sample
	@$(BIN)/runut trace --sample --format html -o sample-dossier.html
	@echo "The same dossier as a page: $(CURDIR)/sample-dossier.html"

test: $(VENV)/developed
	@$(BIN)/python -m pytest

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "runut needs Python 3.11 or newer; none was found on PATH. Set one with: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Making the environment failed. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade pip

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing runut into $(VENV) (a minute the first time) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/developed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing runut and what its tests need into $(VENV) (a minute the first time) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e . --group dev
	@touch $@ $(VENV)/installed

check: $(VENV)/developed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest tests/test_sizes.py tests/test_packs.py

sizes: $(VENV)/developed
	@$(BIN)/python -m pytest tests/test_sizes.py

gate: $(VENV)/developed
	@$(BIN)/python bench/gate.py

packs: $(VENV)/developed
	@$(BIN)/python -m runut.lang
	@$(BIN)/pybabel -q compile -d src/runut/data/locale -D runut

record: $(VENV)/developed
	@$(BIN)/python -m runut.publish.schema docs/reference
	@$(BIN)/python docs/make.py

bench: $(VENV)/developed
	@$(BIN)/python -m pip install -q --disable-pip-version-check --group bench
	@$(BIN)/python bench/speed.py

clean:
	rm -rf $(VENV) dist build sample-dossier.html .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
