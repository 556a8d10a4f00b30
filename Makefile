# `make demo` and `make test` need Python 3.11 or later, git and make; they fetch the rest, as
# locked, into .venv. Only `make lock` needs more: uv.

PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header
SAMPLE := samples/iij-2q06.md

LATEST := .venv-latest/bin

# The tests of what stands on other people's libraries: newer ones can break nothing else.
ON_LIBRARIES := $(addprefix tests/,annotate cli configuration datafiles desk formats model \
	readers render rulebook solve test_release.py)

.PHONY: help demo test test-latest golden screenshot docs bench lock clean

help:
	@echo 'make demo    audit a sample document'
	@echo 'make test    everything that is checked before a change lands'
	@echo 'make test-latest  what stands on libraries, tested with the newest versions of them'
	@echo 'make golden  refresh the expected reports of the samples'
	@echo 'make screenshot  draw the picture of the HTML report anew (needs Chromium)'
	@echo 'make docs    write the reference of rules from the rule files, and the pages into build/docs'
	@echo 'make bench   measure start-up'
	@echo 'make lock    resolve the dependencies again (needs uv; LOCK=--upgrade takes newer ones)'
	@echo 'make clean   remove .venv, builds and caches'

demo: .venv/.runtime
	$(BIN)/auditor check $(SAMPLE) --fail-on never

test: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

# What users install is not what the locks pin: pip takes the newest that pyproject.toml allows.
test-latest: | .venv-latest/bin/pip
	@echo 'Installing the newest libraries into .venv-latest'
	@$(LATEST)/python -m pip install --quiet --quiet --no-input --upgrade 'pip>=25.1' # knows --group
	@$(LATEST)/python -m pip install --quiet --quiet --no-input --upgrade --upgrade-strategy eager \
	  --editable '.[all,cluster]' --group dev
	$(LATEST)/python -m pytest --numprocesses auto --dist worksteal $(ON_LIBRARIES)

golden: .venv/.dev
	$(BIN)/python tests/refresh_golden.py

screenshot: .venv/.dev
	$(BIN)/python -m tests.refresh_screenshot

docs: .venv/.dev
	$(BIN)/python -m auditor.cli._manual > docs/rule-reference.md
	$(BIN)/mkdocs build --strict --quiet --site-dir build/docs

bench: .venv/.runtime
	$(BIN)/python benchmarks/startup.py $(SAMPLE)

# The locks are compiled in this order so that all of them pin the same versions.
lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv: pip install uv' >&2; exit 1; }
	$(COMPILE) $(LOCK) pyproject.toml --all-extras --group dev -o locks/dev.txt
	$(COMPILE) $(LOCK) pyproject.toml -c locks/dev.txt -o locks/runtime.txt
	$(COMPILE) $(LOCK) pyproject.toml --extra docx --extra pdf --extra web -c locks/dev.txt \
	  -o locks/desk.txt
	$(COMPILE) $(LOCK) --group build -c locks/dev.txt -o locks/build.txt

clean:
	rm -rf .venv .venv-latest build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Version managers leave commands that exist and fail, and some systems ship Python without venv:
# only an interpreter that proves itself is taken.
.venv/bin/pip .venv-latest/bin/pip:
	@for python in $(PYTHONS); do \
	  if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	    >/dev/null 2>&1; then \
	    echo "Creating $(@:/bin/pip=) with $$($$python --version)"; \
	    exec $$python -m venv --clear $(@:/bin/pip=); \
	  fi; \
	done; \
	echo 'No Python 3.11 or later with its venv module was found (tried: $(PYTHONS)).' >&2; \
	echo 'Install one (on Debian and Ubuntu: apt install python3 python3-venv), then try again.' >&2; \
	exit 1

.venv/.runtime: pyproject.toml locks/runtime.txt locks/build.txt | .venv/bin/pip
	@echo 'Installing the auditor and the libraries it runs on'
	@$(PIP) install -r locks/runtime.txt -r locks/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q auditor # as pip does for what it copies: starts are quicker
	@touch $@

.venv/.dev: locks/dev.txt .venv/.runtime
	@echo 'Installing the tools that test it'
	@$(PIP) install -r locks/dev.txt
	@touch $@
