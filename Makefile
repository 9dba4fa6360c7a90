# Everything one does in a checkout. `make help` lists the targets.
PYTHON ?= python3
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed.stamp
DEMO := build/demo
PICTURES := build/pictures

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help system venv demo test lint types check pictures benchmarks wheel clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
		printf '%-18s %s\n' "$$name" "$$text"; done
	@echo "PYTHON=python3.12 chooses the interpreter, PYTEST_ARGS='-k minutes' the tests."

system:
	@command -v "$(PYTHON)" >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer."; exit 1; }
	@"$(PYTHON)" packaging/system-libraries

# One virtual environment with the program and its tools, renewed when pyproject.toml has changed.
$(STAMP): pyproject.toml | system
	@echo "Setting up $(VENV) …"
	@"$(PYTHON)" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

venv: $(STAMP) ## install what is missing: system libraries, a virtual environment, the program

demo: $(STAMP) ## build the example archive and its documents in build/demo, and open the window on it
	@$(BIN)/samverkan-desktop demo --out $(DEMO)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(BIN)/samverkan-desktop $(DEMO)/exempel.samverkan; \
	else \
		echo "There is no display here, so the window stays closed; the files above are ready in $(DEMO)."; \
	fi

test: $(STAMP) ## run the whole test suite
	@$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term $(PYTEST_ARGS)

lint: $(STAMP) ## check style and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(STAMP) ## check types
	@$(BIN)/mypy

check: lint types ## lint and types

pictures: $(STAMP) ## let the journeys leave their pictures in build/pictures, and renew docs/pictures
	@SAMVERKAN_PICTURES="$(CURDIR)/$(PICTURES)" $(BIN)/python -m pytest -m journey $(PYTEST_ARGS)
	@ls $(PICTURES)
	@$(BIN)/python packaging/readme-pictures
	@$(BIN)/python packaging/design-pictures

benchmarks: $(STAMP) ## measure start-up and the heavy use cases
	@set -e; for name in start_up documents check check_large exchange keystroke search pages; do $(BIN)/python -m benchmarks.$$name; done

wheel: $(STAMP) ## build the wheel and the source archive in dist
	@$(BIN)/python -m build --no-isolation

clean: ## take away everything that was built
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .coverage
