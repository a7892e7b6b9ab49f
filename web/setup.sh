# shellcheck shell=bash
# Installs what is missing for building, testing and serving; sourced by web/serve.sh and tests/run.sh, which stand
# in the root of the repository. Does nothing, quickly, when everything is there.
#
#     set_up PART…      parts: native wasm node page browser (page also sets up node)
#
# A thing counts as there when its command or header is, wherever it came from; only the rest is asked of apt-get.
# Node.js goes into build/tools when the one on PATH is too old for Vite, so no system package is replaced.

tools_folder="$PWD/build/tools"
node_package_version=22.23.3  # the registry's node-linux-* package: a prebuilt Node.js of the long-term line
npm_version=10.9.9

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
have_header() { [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]; }

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do
    if have "$name"; then command -v "$name"; return; fi
  done
  return 1
}

# Vite 8 asks for Node.js ^20.19 or >= 22.12.
node_is_new_enough() {
  have node && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number)
    process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
}

use_own_node() {
  [ -x "$tools_folder/bin/node" ] && export PATH="$tools_folder/bin:$PATH"
}

# --- what is missing ----------------------------------------------------------------------------------------------

# Prints the Debian packages that the parts need and this machine lacks, one a line.
missing_packages() {
  local part
  for part in "$@"; do
    case $part in
      native)
        have g++ || say g++
        have_header doctest/doctest.h || say doctest-dev
        have clang-format || say clang-format
        ;;&
      wasm) have em++ || say emscripten ;;&
      native | wasm)
        have cmake || say cmake
        have ninja || say ninja-build
        have_header nlohmann/json.hpp || say nlohmann-json3-dev
        ;;
      node | page)
        have node || say nodejs
        have npm || say npm
        ;;
      browser) find_chromium >/dev/null || say "$(chromium_package)" ;;
    esac
  done | sort -u
}

# Ubuntu calls it chromium-browser.
chromium_package() {
  if grep -qs '^ID=ubuntu' /etc/os-release; then say chromium-browser; else say chromium; fi
}

# --- installing it ------------------------------------------------------------------------------------------------

install_packages() {
  local by=()
  if have apt-get; then
    if [ "$(id -u)" = 0 ]; then by=(env)
    elif have sudo && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then by=(sudo)  # at a terminal sudo may ask
    fi
  fi
  if [ ${#by[@]} = 0 ]; then
    if have apt-get; then fail "Missing packages. As root, run: apt-get install $*"
    else fail "Missing, please install (Debian's names; here they may be called differently): $*"
    fi
  fi
  say "Installing, which takes minutes the first time: $*"
  # A repository of someone else that cannot be reached is no reason to stop: the install below decides.
  "${by[@]}" apt-get update -qq || say "apt-get update did not reach every repository; going on"
  "${by[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    fail "apt-get could not install: $*"
}

install_node() {
  local machine
  case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) fail "Node.js is too old (20.19 or newer, or 22.12 or newer, is needed): please install a newer one" ;;
  esac
  say "Installing Node.js $node_package_version into build/tools"
  mkdir -p "$tools_folder"
  npm install --prefix "$tools_folder" --no-save --no-audit --no-fund --loglevel=error \
    "node-linux-$machine@$node_package_version" "npm@$npm_version" || fail "npm could not install Node.js"
  mkdir -p "$tools_folder/bin"
  ln -sf "../node_modules/node-linux-$machine/bin/node" "$tools_folder/bin/node"
  ln -sf ../node_modules/npm/bin/npm-cli.js "$tools_folder/bin/npm"
  ln -sf ../node_modules/npm/bin/npx-cli.js "$tools_folder/bin/npx"
}

# Takes seconds, so only when the lock file is not the one it was done for. Not `npm ci`: it refuses to install where the
# registry lacks an optional package for some other system, and `npm install` keeps to the lock file as well.
install_npm_packages() {
  local done_for=web/node_modules/.installed-package-lock.json
  cmp -s web/package-lock.json "$done_for" && return
  say "Installing npm packages"
  (cd web && npm install --no-save --no-audit --no-fund --loglevel=error) || fail "npm install failed in web/"
  mkdir -p web/node_modules  # absent when there is no package
  cp web/package-lock.json "$done_for"
}

is_among() {
  local wanted=$1 word
  shift
  for word in "$@"; do [ "$word" != "$wanted" ] || return 0; done
  return 1
}

set_up() {
  local packages
  ! is_among page "$@" || set -- node "$@"
  ! is_among node "$@" || use_own_node || true
  packages=$(missing_packages "$@")
  # shellcheck disable=SC2086  # one package a word
  [ -z "$packages" ] || install_packages $packages
  if is_among node "$@" && ! node_is_new_enough; then
    install_node
    use_own_node
  fi
  ! is_among page "$@" || install_npm_packages
  if is_among browser "$@"; then
    CHROMIUM=$(find_chromium) || fail "Chromium is missing, please install it"
    export CHROMIUM  # the browser tests start this one
  fi
}
