# Codebook. `make` sets up and builds, `make test` tests; `make help` lists the rest.
# Written for GNU make 3.81, which macOS ships, and later.

PREFIX ?= /usr/local

ifeq ($(shell uname -s),Darwin)
# Homebrew keeps openssl@3 and expat where pkg-config does not look.
OPT := $(shell brew --prefix 2>/dev/null)/opt
export PKG_CONFIG_PATH := $(OPT)/openssl@3/lib/pkgconfig:$(OPT)/expat/lib/pkgconfig:$(PKG_CONFIG_PATH)
else
# So that the executable runs where no Swift toolchain is.
STATIC := --static-swift-stdlib
endif

RELEASE := swift build --configuration release --product codebook $(STATIC)
STEP = @printf '==> %s\n'
# How Python's tests are run: by two processes, of which each takes from the other once it is done.
PYTEST := --numprocesses 2 --dist worksteal
# What the tests of the last run came to; each suite begins by removing its own.
RESULTS := .build/test-results
# What they logged with the shipped catalog.
LOGS := .build/test-logs

.DEFAULT_GOAL := all
.NOTPARALLEL:
.PHONY: all deps venv embed build generate check test test-swift test-beside test-python \
	test-integration check-logs matrix lint format bench fuzz install clean help

all: generate ## Install what is missing, build in release mode, generate and check (default)
	$(STEP) "Checking the catalog"
	@"$$($(RELEASE) --show-bin-path)/codebook" check

deps: ## Check the toolchain and install missing system packages
	@scripts/deps.sh

venv: deps ## Make .venv with the pinned Python test tools
	@scripts/venv.sh

embed: deps ## Put the templates into the source of the executable
	@"$$(scripts/find-python.sh)" scripts/embed-templates.py

build: embed ## Build the command line tool in release mode
	$(STEP) "Building codebook"
	@$(RELEASE) --quiet

generate: build ## Write Generated/ from catalog.yaml
	$(STEP) "Generating"
	@"$$($(RELEASE) --show-bin-path)/codebook" generate

check: build ## Check catalog, stability and committed output; write nothing
	$(STEP) "Checking the catalog"
	@"$$($(RELEASE) --show-bin-path)/codebook" check

# It goes on after a failure, so that the matrix shows what no longer holds; it fails all the same.
test: ## Run every check and every test, Swift and Python
	@rm -rf $(RESULTS) $(LOGS)
	@CODEBOOK_TEST_LOGS="$(CURDIR)/$(LOGS)" $(MAKE) --no-print-directory --keep-going lint \
		test-swift test-beside check-logs matrix

# The integration tests keep one core busy half of the time; they run beside Python's tests, and are
# told of after.
test-beside: venv
	@mkdir -p $(RESULTS); log=$(RESULTS)/integration.log; status=0; \
	$(MAKE) --no-print-directory test-integration >$$log 2>&1 & beside=$$!; \
	$(MAKE) --no-print-directory test-python || status=$$?; \
	wait $$beside || status=$$?; \
	cat $$log; exit $$status

# In debug mode; afterwards the committed output must be what the catalog gives.
test-swift: deps ## Run the Swift tests and check the committed output
	@mkdir -p $(RESULTS) && rm -f $(RESULTS)/swift*
	$(STEP) "Building the Swift tests"
	@swift build --build-tests --quiet
	$(STEP) "Running the Swift tests"
	@swift test --skip-build --xunit-output $(RESULTS)/swift.xml \
		--event-stream-output-path $(RESULTS)/swift.jsonl
	$(STEP) "Checking the catalog and the committed output"
	@"$$(swift build --show-bin-path)/codebook" check

test-python: venv ## Run the Python tests
	$(STEP) "Running the Python tests"
	@mkdir -p $(RESULTS) && rm -f $(RESULTS)/python*
	@.venv/bin/python -m pytest $(PYTEST) --junitxml $(RESULTS)/python.xml

test-integration: venv ## Run the integration tests and the example
	$(STEP) "Running the integration tests"
	@Tests/Integration/run.sh
	$(STEP) "Running the example"
	@Tests/Integration/example.sh

# Where SwiftPM puts the XML of swift-testing depends on its version: all that a run wrote is read.
matrix: ## Hold the last results of both suites against the matrix
	$(STEP) "Holding the tests against the matrix"
	@set --; for file in $(RESULTS)/swift*; do set -- "$$@" --results "swift=$$file"; done; \
	"$$(swift build --show-bin-path)/codebook" matrix "$$@" --results python=$(RESULTS)/python.xml

check-logs: ## Hold what the tests of the last `make test` logged against the catalog
	$(STEP) "Checking the logs of the tests"
	@scripts/check-logs.sh $(LOGS)

lint: venv ## Check format, style and types of all sources
	@scripts/lint.sh

format: venv ## Format the hand-written sources
	@scripts/lint.sh --fix

bench: deps ## Run the benchmarks
	@Benchmarks/run.sh

fuzz: deps ## Run the fuzzers
	@scripts/fuzz.sh

install: build ## Install codebook into PREFIX/bin (PREFIX=/usr/local)
	$(STEP) "Installing $(DESTDIR)$(PREFIX)/bin/codebook"
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 "$$($(RELEASE) --show-bin-path)/codebook" "$(DESTDIR)$(PREFIX)/bin/codebook"

clean: ## Remove everything that building and testing made
	@rm -rf .build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis Tests/Integration/*/.build \
		Examples/*/.build Benchmarks/*/.build

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' Makefile
