# make demo: a newcomer's first look.  make test: everything that must pass.  make fuzz: at random, for long.
SWIFT ?= swift
FLAGS ?=
BIN = $(shell $(SWIFT) build $(FLAGS) -c release --show-bin-path)

.PHONY: all setup setup-test build demo test mutants fuzz bench-import bench-memory bench-judging bench-services clean

all: build

# Libraries that the build needs, installed only where they are missing.
setup:
	@tools/setup.sh build

setup-test:
	@tools/setup.sh test

build: setup
	$(SWIFT) build $(FLAGS) -c release --product fundctl

demo: build
	@FUNDCTL="$(BIN)/fundctl" demo/run.sh

test: setup-test
	@tools/test.sh

# How much the tests notice when the code that decides is wrong: docs/mutants.md.
mutants: setup-test
	@tools/mutants.py $(MUTANTS)

# Another seed is another walk: make fuzz SEED=7.
SEED ?= 1

fuzz: build
	@SWIFT="$(SWIFT)" tools/fuzz.sh $(SEED)
	@python3 audit/tampered/agreement.py --fundctl "$(BIN)/fundctl" --seed $(SEED) --books 200 --mutations 4000
	@python3 audit/tampered/agreement.py --fundctl "$(BIN)/fundctl" --grants --seed $(SEED) --books 40 --mutations 4000
	@python3 audit/tampered/agreement.py --fundctl "$(BIN)/fundctl" --services --seed $(SEED) --books 100 --mutations 4000
	@python3 audit/tampered/fuzz.py --fundctl "$(BIN)/fundctl" --seed $(SEED) --turns 5000

bench-import: build
	@tools/setup.sh bench
	@FUNDCTL="$(BIN)/fundctl" Benchmarks/import.sh

bench-memory: build
	@tools/setup.sh bench
	@FUNDCTL="$(BIN)/fundctl" Benchmarks/import-memory.sh

# What a register of 200 000 employers answers, beside one a tenth its size: Benchmarks/RESULTS-services.md.
bench-services: build
	@FUNDCTL="$(BIN)/fundctl" Benchmarks/services/measure.py --audit

bench-judging: setup
	@$(SWIFT) run -c release judging-benchmark

clean:
	$(SWIFT) package clean
