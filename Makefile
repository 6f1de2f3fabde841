# make demo   the whole way, once: examples are read, asked, drawn and exported into demo/
# make test   the tests; make lint, what the tests cannot see
# Everything lives in .venv; the first target that needs it makes it.

PYTHON ?= python3
BIN := .venv/bin
SG := $(BIN)/sanctionsgraph
LOCKS := requirements/bootstrap.lock requirements/dev.lock

.PHONY: demo test lint evaluate bench venv followthemoney lock clean

demo: export SANCTIONSGRAPH_LEDGER = demo/ledger.db
demo: venv
	@mkdir -p demo
	@echo "== The pages in examples/, read into demo/ledger.db"
	@$(SG) load examples
	@echo "== Who supplied arms to whom?"
	@$(SG) query arms_transfers
	@echo "== Who vetoed, and how did others vote?"
	@$(SG) query vetoes
	@echo "== Who monitors what?"
	@$(SG) query monitoring
	@$(SG) map -o demo/map.html --quiet
	@$(SG) export turtle -o demo/graph.ttl --quiet
	@$(SG) export trig -o demo/graph.trig --quiet
	@$(SG) export graphml -o demo/graph.graphml --quiet
	@echo "== Open in a browser:  $(CURDIR)/demo/map.html"
	@echo "   RDF:                demo/graph.ttl, demo/graph.trig"
	@echo "   for Gephi, yEd:     demo/graph.graphml"
	@echo "   ask on:             SANCTIONSGRAPH_LEDGER=demo/ledger.db $(SG) show 'North Korea'"

test: venv
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist loadgroup

lint: venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict .
	$(BIN)/python -m graph.reference.compile --check

evaluate: venv
	@$(BIN)/python -m evaluation

bench: venv
	@$(BIN)/python -m benchmarks.commands
	@$(BIN)/python -m benchmarks.reading
	@$(BIN)/python -m benchmarks.stores 10000

venv: .venv/made

.venv/made: $(LOCKS) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --require-hashes -r requirements/bootstrap.lock
	$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes $(LOCKS)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

# What says whether FollowTheMoney exports are valid, for one test: apart from .venv, since it must compile against ICU
# (libicu-dev, pkg-config, a C++ compiler) and holds back versions.
followthemoney: .venv/followthemoney/made

.venv/followthemoney/made: requirements/followthemoney.lock .venv/made
	$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python .venv/followthemoney
	$(BIN)/uv pip sync --quiet --python .venv/followthemoney/bin/python --require-hashes $<
	@touch $@

# Run after a change of dependencies in pyproject.toml; what is locked already stays unless --upgrade is added.
COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	--custom-compile-command "make lock"
lock:
	echo uv | $(COMPILE) - -o requirements/bootstrap.lock
	$(COMPILE) pyproject.toml -o requirements/base.lock
	$(COMPILE) pyproject.toml --extra dev -c requirements/base.lock -o requirements/dev.lock
	echo followthemoney | $(COMPILE) - -o requirements/followthemoney.lock

clean:
	rm -rf .venv demo dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
