# `make serve` and `make test` install what they need. Every other command that needs tools does too.
.DEFAULT_GOAL := help
.PHONY: help serve build npm test check test-native test-web test-api test-e2e test-engines pictures dist test-dist deny minimal-versions size size-parts fuzz bench bench-web bench-start bench-api bench-peers bench-kiosk bench-hostile assess fmt clean tools test-tools bench-batch spark kills
MAKEFLAGS += --no-print-directory
export PORT ?= 8080

help:                      ## This list
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 26

serve:                     ## Build the page and serve it at http://127.0.0.1:8080 (another port: make serve PORT=8081)
	@.ci/tools.sh build
	@node .ci/serve.mjs --check
	@.ci/build.sh
	@.ci/npm.sh --if-older
	@exec node .ci/serve.mjs

build: tools               ## Build the page into dist/
	@.ci/build.sh

npm: tools                 ## Build the package for pages with a UI of their own into dist-npm/, and say how large it is
	@.ci/npm.sh

test: test-tools           ## Everything below that can fail: check, deny, test-native, fuzz, test-web, size, test-api, test-e2e, test-engines, test-dist
	@$(MAKE) check
	@.ci/deny.sh
	@$(MAKE) test-native
	@FUZZ_SECONDS=10 .ci/fuzz.sh
	@.ci/test-web.sh
	@.ci/build.sh
	@node .ci/size.mjs
	@.ci/size-charts.sh
	@.ci/npm.sh
	@.ci/test-api.sh
	@.ci/test-e2e.sh
	@.ci/test-engines.sh
	@.ci/test-dist.sh
	@echo "==> Everything passed"

check: tools               ## Formatting, clippy and documentation, native and wasm32, warnings denied
	@.ci/check.sh

test-native: tools         ## Tests on this machine (one test: make test-native ONLY=name)
	cargo test --locked $(ONLY)

test-web: test-tools       ## Tests inside headless Chromium and Firefox (ONLY=name)
	@.ci/test-web.sh $(ONLY)

test-api: test-tools       ## The npm package: what is in it, its types, and its answers against the command line's
	@.ci/npm.sh
	@.ci/test-api.sh

test-e2e: test-tools       ## Drive the release build in Chromium, Firefox and WebKit (CARBON_BROWSERS=webkit, ONLY=name)
	@.ci/build.sh
	@.ci/npm.sh
	@.ci/test-e2e.sh $(ONLY)

kills: test-tools          ## Kill browsers while the page records, 200 times each (CARBON_KILLS=1000, CARBON_BROWSERS=firefox)
	@.ci/build.sh
	@CARBON_KILLS=$${CARBON_KILLS:-200} E2E_SHOW=1 .ci/test-e2e.sh kills

test-engines: test-tools   ## Record in Chromium 79, 83 and 92 with the release build (E2E_SHOTS=folder)
	@.ci/build.sh
	@.ci/npm.sh
	@.ci/test-engines.sh

pictures: test-tools       ## Take the README's pictures anew, by Chromium 79 and 92
	@.ci/build.sh
	@.ci/npm.sh
	@bash -c 'source .ci/env.sh && node tests/engines/pictures.mjs'

dist: build                ## Make dist/ ready to upload, with the npm package and the example host pages: the same bytes every time
	@.ci/npm.sh
	@node .ci/dist.mjs

test-dist: test-tools      ## Build twice and compare; serve it by nginx
	@.ci/build.sh
	@.ci/npm.sh
	@.ci/test-dist.sh

size: build                ## Size of the first load, and of the charts, compressed, against their budgets
	@node .ci/size.mjs
	@.ci/size-charts.sh

size-parts: build          ## What each dependency and each module of our own costs in the page
	@.ci/size-parts.sh

deny:                      ## Licences, sources, duplicates and published weaknesses of the dependencies
	@.ci/tools.sh deny
	@.ci/deny.sh

fuzz:                      ## Hostile input by cargo-fuzz: every target for a minute (FUZZ_SECONDS=3600, ONLY="link host")
	@.ci/tools.sh fuzz
	@.ci/fuzz.sh $(ONLY)

minimal-versions: tools    ## Whether everything compiles with the oldest dependencies that Cargo.toml allows
	@.ci/minimal-versions.sh

bench: tools               ## Benchmarks on this machine
	cargo bench --locked --bench assess

bench-web: test-tools      ## Benchmarks in real browsers, and the release build: start, and recording into a long ledger
	@.ci/build.sh
	@.ci/bench-web.sh

bench-start: test-tools    ## The start beside an empty page in Yew and one in plain JavaScript, on a slow phone and network
	@.ci/build.sh
	@benches/start/run.sh

bench-api: tools           ## What an answer of the npm package takes in Node
	@.ci/npm.sh
	@node benches/api.mjs

bench-peers:               ## The same formulas in Publicodes and here, side by side, in Node, Chromium and native
	@.ci/tools.sh peers
	@.ci/npm.sh --if-older
	@benches/peers/run.sh

bench-batch: tools         ## Ten million lines through `assess --batch`: lines a second, memory (COUNT=10000000 SEED=1 TIMES=3)
	@benches/batch/run.sh

spark: tools               ## The same filter under Apache Spark in local mode; fails if the sums differ (COUNT=1000000)
	@benches/spark/run.sh

bench-kiosk: test-tools    ## A thousand sessions in one tab of the public screen: whether memory grows (SESSIONS=1000)
	@.ci/build.sh
	@node benches/kiosk/main.mjs

bench-hostile: tools       ## The longest time and the most memory that 64 KB of hostile input take
	@.ci/bench-hostile.sh

assess: tools              ## Build the command-line assessor and say how to use it
	@cargo build --release --locked --bin assess
	@echo "==> One activity as JSON per line on standard input, one assessment per line on standard output:"
	@echo "    cargo run --release --quiet --bin assess < activities.jsonl > assessments.jsonl"

fmt: tools                 ## Format the sources
	cargo fmt --all
	cargo fmt --manifest-path tests/fuzz/Cargo.toml

clean:                     ## Remove everything that was built in this checkout
	cargo clean
	rm -rf dist dist-npm

tools:
	@.ci/tools.sh build

test-tools:
	@.ci/tools.sh test
