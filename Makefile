# The recipes. `make check` is what continuous integration runs.
PYTHON ?= python3
.PHONY: check lint types test docs bench demo

check: lint types test

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	lint-imports

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

docs:
	$(PYTHON) -m mkdocs build --strict

bench:
	@set -e; for one in benchmarks/[!_]*.py; do echo "== $$one"; $(PYTHON) $$one; done

demo:
	$(PYTHON) -m dragoman.cli demo
