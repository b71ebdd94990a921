#!/bin/sh
# Installs the scanners that bench/compare.ts and bench/accuracy.ts measure, at pinned versions, from their package registries:
#
#   bench/install-peers.sh [FOLDER]
#
# FOLDER is $BITTING_BENCH_CACHE, else bitting-bench in the user's cache folder. Nothing else is written to, nothing of
# this project needs them, and one that cannot be had is named and left out. Needs python3 with pip, npm, and Go.
set -u

cache=${1:-${BITTING_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/bitting-bench}}
mkdir -p "$cache/bin"
cache=$(cd "$cache" && pwd)
export GOPATH="$cache/go" GOCACHE="$cache/go-build" GOBIN="$cache/bin" GOFLAGS="-modcacherw -buildvcs=false"
missing=0

# step NAME VERSION COMMAND…: runs the command and writes the version down, or says that it failed.
step() {
  name=$1 version=$2
  shift 2
  if grep -qx "$name $version" "$cache/versions" 2>/dev/null; then
    echo "$name $version is there"
  elif "$@" >"$cache/$name.log" 2>&1; then
    grep -v "^$name " "$cache/versions" 2>/dev/null >"$cache/versions.new"
    echo "$name $version" >>"$cache/versions.new"
    mv "$cache/versions.new" "$cache/versions"
    echo "$name $version installed"
  else
    echo "$name $version could not be installed: $cache/$name.log" >&2
    missing=1
  fi
}

# The wheel holds the program and a Python script that starts it: the program itself is what is measured.
kingfisher() {
  python3 -m pip install --quiet --no-deps --upgrade --target "$cache/kingfisher" "kingfisher-bin==$1" &&
    ln -sf ../kingfisher/kingfisher/bin/kingfisher "$cache/bin/kingfisher" &&
    chmod +x "$cache/kingfisher/kingfisher/bin/kingfisher"
}

# Its go.mod replaces modules, so `go install` refuses it: the module's own folder is built instead.
trufflehog() {
  module=$(go mod download -json "github.com/trufflesecurity/trufflehog/v3@v$1" | sed -n 's/^\t"Dir": "\(.*\)",\{0,1\}$/\1/p') &&
    [ -n "$module" ] &&
    (cd "$module" && CGO_ENABLED=0 go build -mod=mod -ldflags='-s -w' -o "$cache/bin/trufflehog" .)
}

secretlint() {
  mkdir -p "$cache/secretlint" &&
    npm install --prefix "$cache/secretlint" --no-audit --no-fund --ignore-scripts \
      "secretlint@$1" "@secretlint/secretlint-rule-preset-recommend@13.0.7" &&
    echo '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }' >"$cache/secretlint/.secretlintrc.json"
}

# python NAME VERSION: a package and what it needs, in a folder of their own.
python() {
  python3 -m venv "$cache/$1" && "$cache/$1/bin/pip" install --quiet "$1==$2"
}

step kingfisher 2.14.0 kingfisher 2.14.0
step gitleaks 8.30.1 go install github.com/zricethezav/gitleaks/v8@v8.30.1
step betterleaks 1.8.1 go install github.com/betterleaks/betterleaks@v1.8.1
step trufflehog 3.97.0 trufflehog 3.97.0
step secretlint 13.0.6 secretlint 13.0.6
step detect-secrets 1.5.0 python detect-secrets 1.5.0
step credsweeper 1.19.5 python credsweeper 1.19.5
exit "$missing"
