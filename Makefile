# make demo: a newcomer's first look.  make test: everything that must pass.
SWIFT ?= swift
FLAGS ?=
BIN = $(shell $(SWIFT) build $(FLAGS) -c release --show-bin-path)

.PHONY: all setup setup-test build demo test mutants bench-import clean

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

bench-import: build
	@tools/setup.sh bench
	@FUNDCTL="$(BIN)/fundctl" Benchmarks/import.sh

clean:
	$(SWIFT) package clean
