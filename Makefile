# Isnad. On a new machine with Python 3.11+, pip and make: `make demo`, `make test`.
# Only `setup` and `lock` use the network; everything after them runs offline.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
STAMP := $(VENV)/.isnad-installed
# Rooms whose every branch must be seen by a test (issue 2, "Must show" 5).
COVERED := */isnad/model/*,*/isnad/text/*,*/isnad/times/*

.PHONY: setup demo test test-browser check quality bench lock fit clean
.DEFAULT_GOAL := setup

setup: $(STAMP)

.tools/bin/uv:
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { \
	  echo "لا يوجد pip لدى $(PYTHON): ثبّته ثم أعد المحاولة." >&2; \
	  echo "Isnad needs pip (or uv) to set itself up, and '$(PYTHON) -m pip' does not work." >&2; \
	  echo "On Debian or Ubuntu: apt install python3-pip. Or name another Python: make PYTHON=python3.12" >&2; \
	  exit 1; }
	$(PYTHON) -m pip install --quiet --target .tools --upgrade uv

# An order-only need: a uv found on the PATH is never built, and a newer one is no reason to install again.
$(STAMP): requirements-dev.txt pyproject.toml | $(UV)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "يحتاج إسناد إلى Python 3.11 أو أحدث." >&2; \
	  echo "Isnad needs Python 3.11 or newer; '$(PYTHON)' is older. Name another: make PYTHON=python3.12" >&2; \
	  exit 1; }
	test -x $(BIN)/python || $(UV) venv --quiet --no-python-downloads --python "$$(command -v $(PYTHON))" $(VENV)
	$(UV) pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements-dev.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $@

demo: setup
	$(BIN)/python -m isnad.cli.demo

test: setup
	$(BIN)/python -m pytest --cov --cov-report=
	$(BIN)/python -m coverage report --include='$(COVERED)' --fail-under=100

test-browser: setup
	$(BIN)/python -m pytest -m browser

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

quality: setup
	$(BIN)/python -m quality.gate

bench: setup
	$(BIN)/python -m benchmarks.coding

# Weights are fitted on annotated reports that are not part of the project.
ANNOTATED ?= ../shared/gold/train.jsonl
CORPUS ?= ../shared/corpus/reports.jsonl.gz
fit: setup
	$(BIN)/python -m quality.fitting $(wildcard $(ANNOTATED)) $(addprefix --corpus ,$(wildcard $(CORPUS)))
	$(BIN)/python -m quality.confiding $(wildcard $(ANNOTATED)) $(addprefix --corpus ,$(wildcard $(CORPUS)))

# Versions and hashes for every platform. No line may name a package host: where packages come from is the machine's affair.
LOCK := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock'
lock: | $(UV)
	$(LOCK) pyproject.toml --extra link --extra assess --extra publish --extra postgres --output-file requirements.txt
	$(LOCK) pyproject.toml --extra fit --extra link --extra assess --extra publish --extra postgres --group dev --output-file requirements-dev.txt
	@if grep -nE '://|--(extra-)?index-url|--find-links|^ *(-i|-f) ' requirements.txt requirements-dev.txt; then \
	  echo "A lock names a host." >&2; exit 1; fi

clean:
	rm -rf demo .coverage htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
