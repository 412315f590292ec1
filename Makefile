# Two commands do everything on a fresh machine: `make run` and `make test`.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
UV := VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet -c constraints.txt

.PHONY: help setup run test check eval eval-baselines eval-view bench bench-growth bench-browser screenshots constraints clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

setup: .venv/.run ## make the environment (.venv, with `qa` in it)

run: setup ## start the chat: environment, index, UI
	$(BIN)/python app.py

test: .venv/.dev ## run the whole test suite
	$(BIN)/pytest

check: .venv/.dev ## format, lint, types, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

eval: .venv/.dev ## check the cases, run retrieval and answers, compare with the committed bounds
	$(BIN)/python -m evals check
	$(BIN)/python -m evals run
	@[ "$$QA_MODE" = llm ] || $(BIN)/python -m evals gate

eval-baselines: .venv/.dev ## the stock systems on the same questions
	$(BIN)/python -m evals baselines

eval-view: .venv/.dev ## every question, answer and mark in inspect_ai's viewer
	$(BIN)/inspect view start --log-dir logs

bench: .venv/.dev ## times as ratios: retrieval, answers, indexing, LLM mode, 1 and 10 reports
	$(BIN)/python -m evals.speed

bench-growth: .venv/.dev ## 1, 10 and 100 reports: index size, memory, time of a question
	$(BIN)/python -m evals.speed.growth 1 10 100 --plot

bench-browser: .venv/.dev ## times and page weight in a real Chromium, beside a bare Gradio chat
	$(BIN)/python -m evals.speed.browser

screenshots: .venv/.dev ## take the pictures of docs/ anew, from the running app
	PYTHONPATH=. $(BIN)/python docs/screenshots.py

constraints: .venv/.dev ## compile constraints.txt anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --all-extras --python-version 3.11 --universal --no-header --no-annotate pyproject.toml -o constraints.txt

clean: ## remove the environment and the caches (not the index: see QA_DATA_DIR)
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make run PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv

.venv/.run: pyproject.toml constraints.txt | .venv/bin/uv
	$(UV) -e .
	@touch $@

.venv/.dev: .venv/.run
	$(UV) -e '.[dev,evals]'
	@touch $@
