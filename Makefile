# Each line below is a command that one could type; `make help` lists them.
PY := .venv/bin/python
LOCK := $(PY) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --no-header --quiet
# make test ARGS="-k palette" runs a few tests; the coverage floor is held only by a whole run.
ARGS ?=
ROOMS := language yaml bundle store visit settings counts machine staff author
covered = printf 'Branches of kiosk.$(1) covered, percent: ' && $(PY) -m coverage report --format=total \
	--include='kiosk/$(1)/*' --fail-under=95

.PHONY: help run test prove lint format catalogs docs bench shots pictures lock wheel clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: ## install what is missing and open the demo booth; without a screen, leave a picture of every page
	@packaging/bootstrap.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec .venv/bin/kiosk run .; \
	else echo "There is no screen here: the booth walks through its pages on a virtual one."; \
	.venv/bin/kiosk shots . --languages en --out build/shots && \
	echo "Every page, wide and tall: $(CURDIR)/build/shots/index.html (make shots: in every language)"; fi

test: ## install what is missing and run every test, on a virtual screen
	@packaging/bootstrap.sh dev
	$(PY) -m $(if $(ARGS),pytest $(ARGS),tests)
	@$(if $(ARGS),true,$(foreach room,$(ROOMS),$(call covered,$(room)) &&) true)

prove: ## try the proofs of reliability at full length (an hour)
	@packaging/bootstrap.sh dev
	$(PY) -m tests.reliability

lint: ## check style, types, import rules, QML and catalogs
	@packaging/bootstrap.sh dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) packaging/qmlcheck.py
	$(PY) -m kiosk.language.extract --check
	$(PY) -m kiosk.author.codes.page --check
	$(PY) -m kiosk.author.format.reference --check
	@mkdir -p build
	.venv/bin/kiosk translate extract . --out build/content.pot
	diff -u translations/content.pot build/content.pot
	.venv/bin/kiosk translate update . --check
	.venv/bin/kiosk check .

catalogs: ## bring the catalogs up to date with the program and the demo
	@packaging/bootstrap.sh dev
	$(PY) -m kiosk.language.extract
	.venv/bin/kiosk translate extract . --out translations/content.pot
	.venv/bin/kiosk translate update .
	.venv/bin/kiosk translate update kiosk/template

docs: ## write the pages of docs/ that are made from the program
	@packaging/bootstrap.sh dev
	$(PY) -m kiosk.author.codes.page
	$(PY) -m kiosk.author.format.reference

format: ## write Python and QML the way the checks want them
	@packaging/bootstrap.sh dev
	$(PY) -m ruff check --fix-only
	$(PY) -m ruff format
	$(PY) packaging/qmlcheck.py --format

bench: ## measure the booth beside a bare window and a browser
	@packaging/bootstrap.sh dev
	$(PY) -m bench

shots: ## a picture of every page in every language, in build/shots
	@packaging/bootstrap.sh run
	.venv/bin/kiosk shots . --out build/shots

pictures: ## paint the demo's pictures and films again (half an hour)
	@packaging/bootstrap.sh dev
	$(PY) studio/render.py

lock: ## choose the newest versions that fit, and write them down with their hashes
	@packaging/bootstrap.sh dev
	$(LOCK) --group install --output-file packaging/lock/run.txt
	$(LOCK) --group dev --constraints packaging/lock/run.txt --output-file packaging/lock/dev.txt

wheel: ## build the wheel, in dist
	@packaging/bootstrap.sh dev
	$(PY) -m hatchling build --target wheel

clean: ## remove what was built; .venv stays
	rm -rf build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
