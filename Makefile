# The commands of the project. `make demo` and `make test` need Python 3.11+, make and the package index, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_CASE := cases/transit-activist.yaml
OUT := out

.PHONY: demo test test-office lint types unit bench golden messages docs lock clean help

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/ —/'

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: $(READY)  ## install, check a worked case, explain its arguments, make its complaint
	@mkdir -p $(OUT)
	$(BIN)/panahat check $(DEMO_CASE) --for supreme-court-complaint
	$(BIN)/panahat explain $(DEMO_CASE) --for supreme-court-complaint
	$(BIN)/panahat deadlines $(DEMO_CASE)
	$(BIN)/panahat render $(DEMO_CASE) --for supreme-court-complaint --in ru -o $(OUT)/ --pdf --force
	@printf '\npanahat: %s\n' "$(CURDIR)/$(BIN)/panahat"
	@printf 'Дальше / Бұдан әрі / Next:  . %s && panahat --help\n' "$(BIN)/activate"

test: lint types unit  ## style, types, every test

lint: $(READY)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests

types: $(READY)
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/pytest -m "not office" -n auto --dist worksteal $(if $(COVERAGE),--cov --cov-report=term:skip-covered) $(TESTS)

coverage:  ## the same tests, and how much of each module they run (about twice as slow)
	@$(MAKE) --no-print-directory unit COVERAGE=yes

PYTHONS := 3.11 3.12 3.13
CORE := tests/argue tests/case tests/cases tests/cli tests/drafting tests/filing tests/golden tests/language tests/law
test-pythons:  ## the filings, cases and commands under every Python of pyproject.toml that is at hand
	@for v in $(PYTHONS); do \
	  at=$$(python$$v -c 'import sys; print(sys.executable)' 2>/dev/null \
	    || ls $${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$v.*/bin/python$$v 2>/dev/null | tail -1); \
	  if [ -z "$$at" ]; then echo "Python $$v is not here"; continue; fi; \
	  $(MAKE) --no-print-directory unit VENV=$(VENV)/$$v PYTHON=$$at TESTS="$(CORE)" || exit 1; \
	done

test-office: $(READY)  ## tests that need LibreOffice
	$(BIN)/pytest -m office

bench: $(READY)  ## the figures: ratios measured in one run
	$(BIN)/python tests/bench/commands.py
	$(BIN)/python tests/bench/render.py
	$(BIN)/python tests/bench/worked_cases_made.py
	$(BIN)/python tests/bench/names.py
	$(BIN)/python tests/bench/attacks.py
	$(BIN)/python tests/bench/redline.py
	$(BIN)/python tests/bench/diff.py
	$(BIN)/python tests/bench/pack.py
	$(BIN)/python tests/bench/advocacy.py

golden: $(READY)  ## record the text twins of templates and worked cases anew; read the diff before committing
	$(BIN)/python tests/golden/record.py

messages: $(READY)  ## extract, update and compile the catalogues of messages
	$(BIN)/python src/panahat/messages/make.py

docs: $(READY)  ## write the guide to the case file and the table of names anew from the schema
	$(BIN)/python tests/drafting/test_vocabulary_table.py
	$(BIN)/panahat --lang en schema --guide -o docs/case-file.md --force
	$(BIN)/panahat --lang ru schema --guide -o docs/case-file.ru.md --force
	$(BIN)/panahat --lang kk schema --guide -o docs/case-file.kk.md --force

lock:  ## pin everything anew, with hashes (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock

clean:
	rm -rf $(VENV) $(OUT) build dist
