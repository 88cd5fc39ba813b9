# The recipes. `make check` is what continuous integration runs.
PYTHON ?= python3
.PHONY: check lint types test docs tables results bench demo

check: lint types test

lint types test:
	PYTHON=$(PYTHON) .ci/check $@

docs: tables results
	NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --strict

# What the pages show of the ontology, and what commands answer.
tables:
	$(PYTHON) docs/_fill.py --outputs

# RESULTS.md and the README's table, from benchmarks/results.
results:
	$(PYTHON) benchmarks/_table.py

bench:
	@set -e; for one in benchmarks/[!_]*.py; do echo "== $$one"; $(PYTHON) $$one; done
	$(PYTHON) benchmarks/_table.py

demo:
	$(PYTHON) -m dragoman.cli demo
