# Two commands: make run, make test. Everything they need beside Python 3.11+ they install.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python

.PHONY: help run test lint setup setup-dev catalogue bench audit walk clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

run: setup ## set up and open Pathways in the browser
	$(PY) -m pathways app

test: setup-dev lint ## set up and run all tests
	$(PY) -m pytest

lint: setup-dev ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

setup: $(VENV)/.installed
setup-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.installed-dev: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

catalogue: setup ## build the default area again from ../shared
	$(PY) -m pathways catalogue build --area kingston-surrey-sutton --from ../shared --to data/areas/kingston-surrey-sutton

bench: setup-dev ## the benchmarks, peers included
	$(PY) -m benchmarks.bench_guide

audit: setup ## audit the default area again, for the page "Is it fair? The check"
	$(PY) -m pathways audit --learners 5000 --json data/audits/kingston-surrey-sutton.json

walk: setup-dev ## pictures of every page and state, in build/walk
	PYTHONPATH=. $(PY) tests/browser/walk.py

clean: ## remove what was set up
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
