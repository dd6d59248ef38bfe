#!/usr/bin/env bash
# Writes the public face of each package anew: what is new or changed comes into PublicAPI.Unshipped.txt, what went out of both files. Look at the difference before you
# commit it. Without arguments for every project of the solution; or name projects (src/FeedBook). At a release: src/accept-api.sh --ship, which moves all to Shipped.
set -eu
cd "$(dirname "$0")/.."
if [ "${1:-}" = --ship ]; then
  for unshipped in src/*/PublicAPI.Unshipped.txt; do
    shipped=${unshipped/Unshipped/Shipped}
    { echo '#nullable enable'; tail -q -n +2 "$shipped" "$unshipped" | LC_ALL=C sort -u; } >"$shipped.new"
    mv "$shipped.new" "$shipped"
    echo '#nullable enable' >"$unshipped"
  done
  exit
fi
[ $# -gt 0 ] || set -- $(ls -d src/*/ | grep -v QuestPdf)
for project in "$@"; do
  project=${project%/}
  shipped=$project/PublicAPI.Shipped.txt unshipped=$project/PublicAPI.Unshipped.txt
  [ -f "$shipped" ] || echo '#nullable enable' >"$shipped"
  cp "$shipped" "$shipped.before"
  # Against empty files the compiler names every public member, one a warning.
  echo '#nullable enable' | tee "$shipped" >"$unshipped"
  dotnet build "$project" --no-incremental --no-dependencies -p:TreatWarningsAsErrors=false -v q -nologo ${ACCEPT_ARGS:-} |
    sed -n "s/^.*$(basename "$project")\/.*warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u >"$project/face.txt"
  mv "$shipped.before" "$shipped"
  { echo '#nullable enable'; tail -n +2 "$shipped" | grep -Fxf "$project/face.txt" || true; } >"$shipped.new"
  mv "$shipped.new" "$shipped"
  { echo '#nullable enable'; grep -Fxvf <(tail -n +2 "$shipped") "$project/face.txt" || true; } >"$unshipped"
  echo "$project: $(wc -l <"$project/face.txt") members, $(($(wc -l <"$unshipped") - 1)) not shipped"
  rm "$project/face.txt"
done
