#!/usr/bin/env bash
# Builds the WebAssembly module, build/wasm/palimpsest.{mjs,wasm}, with the Emscripten on PATH.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake --preset wasm >/dev/null  # what it says on success is of no use; its warnings still show
cmake --build --preset wasm
