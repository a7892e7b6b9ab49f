#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test; stops at the first step that fails.
#
#     tests/run.sh [native] [sanitize] [quality] [wasm] [page] [readme]      some parts only; all of them by default
#
# native: the core and the command line. sanitize: the same tests under the address and undefined behaviour sanitizers.
# quality: the figures of tests/quality, where their data is at hand.
# wasm: the WebAssembly module under node, held against the command line. page: types, lint, unit tests, and the built
# page in a headless Chromium. readme: its commands and paths. The last line counts what the test runners reported.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. web/setup.sh

logs=build/test-logs
passed=0
failed=0
current=  # the title of the step that runs

# step TITLE COMMAND…: runs it under a heading, says how long it took, stops everything when it fails.
step() {
  local begun=${EPOCHREALTIME/[.,]/} tenths
  current=$1
  shift
  printf '\n== %s\n' "$current"
  "$@" || exit 1
  tenths=$(((${EPOCHREALTIME/[.,]/} - begun) / 100000))
  printf -- '-- %s: %d.%d s\n' "$current" $((tenths / 10)) $((tenths % 10))
  current=
}

say_what_failed() {
  [ -n "$current" ] || return 0
  [ "$failed" -gt 0 ] || failed=1
  printf '\nFAILED: %s\n%d passed, %d failed\n' "$current" "$passed" "$failed"
}
trap say_what_failed EXIT

# counted NAME COMMAND…: runs a test runner and adds what it reports to the sums.
counted() {
  local log=$logs/$1.log status=0 numbers
  shift
  "$@" 2>&1 | tee "$log" || status=$?
  numbers=$(read_counts "$log")
  passed=$((passed + ${numbers% *}))
  failed=$((failed + ${numbers#* }))
  if [ "$status" = 0 ] && [ "$numbers" = "0 0" ]; then
    say "This step ran no test"
    return 1
  fi
  return "$status"
}

# Prints "PASSED FAILED" as the closing lines of ctest, node's test runner and Vitest tell them.
read_counts() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /tests passed, [0-9]+ tests failed out of [0-9]+/ {         # ctest
      match($0, /[0-9]+ tests failed/); bad = substr($0, RSTART) + 0
      match($0, /out of [0-9]+/); good = substr($0, RSTART + 7) - bad
      passed += good; failed += bad
    }
    /^(#|ℹ) pass [0-9]+$/ { passed += $3 }                       # node --test
    /^(#|ℹ) fail [0-9]+$/ { failed += $3 }
    /^ *Tests  .*\([0-9]+\)$/ {                                  # Vitest
      if (match($0, /[0-9]+ passed/)) passed += substr($0, RSTART) + 0
      if (match($0, /[0-9]+ failed/)) failed += substr($0, RSTART) + 0
    }
    /^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 } # tests/quality/check.py
    END { print passed + 0, failed + 0 }'
}

# Other releases of clang-format lay some lines out otherwise, so only the one that the code was written with judges.
check_format() {
  local tool
  for tool in clang-format-14 clang-format; do
    if have "$tool" && "$tool" --version | grep -q 'version 14\.'; then
      find core wasm tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 -r "$tool" --dry-run -Werror
      return
    fi
  done
  say "Skipped: clang-format 14 is not installed"
}

build_with_preset() {
  cmake --preset "$1" >/dev/null && cmake --build --preset "$1"
}

test_with_preset() {
  counted "$1" ctest --preset "$1" --no-tests=error
}

in_page() { (cd web && npm run --silent "$@"); }

native_tests() {
  step "C++ format" check_format
  step "build the core and the command line" build_with_preset native
  step "native tests" test_with_preset native
}

sanitize_tests() {
  step "build the core with sanitizers" build_with_preset sanitize
  step "native tests with sanitizers" test_with_preset sanitize
}

# The data is large and not part of the project: without it there is nothing to hold the figures against.
quality_tests() {
  if [ ! -d ../shared/data ] || ! have python3; then
    say "Skipped: quality figures, their data is not at hand"
    return
  fi
  step "build the command line to score" build_with_preset native
  step "quality figures" counted quality python3 tests/quality/check.py
}

wasm_tests() {
  step "build the command line to compare with" build_with_preset native
  step "build the WebAssembly module" wasm/build.sh
  step "WebAssembly tests" counted wasm node --test --test-reporter=spec tests/wasm/*.test.mjs
}

page_tests() {
  step "build the WebAssembly module for the page" wasm/build.sh
  step "page: types and lint" in_page check
  step "page: unit tests" counted page in_page test
  step "page: build" in_page build
  step "page: in Chromium" counted browser in_page test:browser
}

readme_tests() {
  step "build the command line that the README shows" build_with_preset native
  step "what the README says" counted readme node --test --test-reporter=spec tests/readme.test.mjs
}

parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(native sanitize quality wasm page readme)
needs=()
for part in "${parts[@]}"; do
  case $part in
    native | sanitize | quality) needs+=(native) ;;
    wasm) needs+=(native wasm node) ;;
    readme) needs+=(native node) ;;
    page) needs+=(wasm page browser) ;;
    *) fail "usage: tests/run.sh [native] [sanitize] [quality] [wasm] [page] [readme]" ;;
  esac
done

mkdir -p "$logs"
step "install what is missing" set_up "${needs[@]}"
for part in "${parts[@]}"; do "${part}_tests"; done
printf '\n%d passed, %d failed\n' "$passed" "$failed"
