#!/usr/bin/env bash
# Installs what is missing, builds the page and serves it on this machine only.
#
#     web/serve.sh [--build-only] [--port N]
#
# --build-only stops when the page is built; build/site/ can then be copied to any web server, under any path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. web/setup.sh

usage() { fail "usage: web/serve.sh [--build-only] [--port N]     (N from 1 to 65535; 8080 by default)"; }

port=8080
build_only=false
while [ $# -gt 0 ]; do
  case $1 in
    --build-only) build_only=true ;;
    --port)
      if ! [[ ${2-} =~ ^[1-9][0-9]{0,4}$ ]] || [ "$2" -gt 65535 ]; then usage; fi
      port=$2
      shift
      ;;
    *) usage ;;
  esac
  shift
done

set_up wasm page
wasm/build.sh
(cd web && npm run --silent build -- --logLevel warn)  # sizes.mjs lists the files
node web/sizes.mjs build/wasm/palimpsest.{first,later}.wasm build/wasm/palimpsest.mjs build/site
if $build_only; then
  say "The page is in build/site/"
else
  exec node web/server.mjs build/site "$port"
fi
