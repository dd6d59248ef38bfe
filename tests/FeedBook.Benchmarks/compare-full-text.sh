#!/usr/bin/env bash
# compare-full-text.sh [ROUNDS]: what fetching the pages of 100 items costs, beside the same items with their text in the feed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
app=$(mktemp -d)
trap 'rm -rf "$app"' EXIT
dotnet publish "$here/../../examples/FeedBook.Sample" -p:PublishProfile=Standalone -o "$app" -v q -nologo >/dev/null
python3 "$here/compare-full-text.py" "$app/FeedBook.Sample" "${1:-5}"
