# Two commands do all the set-up on a fresh machine with Python 3.11 or newer: `make demo` and `make test`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
INDEX  ?= .tickmark/demo
HOST   ?= 127.0.0.1
PORT   ?= 8000
JOBS   ?= 2

export HF_HUB_OFFLINE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo index serve test check lint format types clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tickmark needs Python 3.11 or newer; try: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

demo: $(BIN)/.installed index ## install, ingest corpus/, answer a question, serve the web box
	$(BIN)/tickmark ask "What were JL MAG's scope 2 emissions in 2022?" --index $(INDEX)
	@echo
	@echo "Serving on http://$(HOST):$(PORT)/ (Ctrl-C stops)"
	$(BIN)/tickmark serve --index $(INDEX) --host $(HOST) --port $(PORT)

index: $(BIN)/.installed ## ingest the sample corpus into $(INDEX)
	$(BIN)/tickmark ingest corpus/filings --index $(INDEX)

test: $(BIN)/.installed ## run every test (installs Chromium for the browser tests when it is missing)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || scripts/install-chromium
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

check: lint types ## everything that needs no test run

lint: $(BIN)/.installed ## ruff and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(BIN)/.installed ## mypy, strict
	$(BIN)/mypy

format: $(BIN)/.installed ## rewrite to the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what the targets above made
	rm -rf $(VENV) .tickmark dist build
