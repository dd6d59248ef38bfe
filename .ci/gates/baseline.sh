# No package may lose what the version before it had: the newest tag's packages are the baseline of this tree's (package validation). Sourced by run.
tag=$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null)
baseline() ( # PACKAGES VERSION: packs this tree against them
  for project in src/*/*.csproj; do
    name=$(basename "$project" .csproj)
    [ -f "$1/$name.$2.nupkg" ] || continue
    # A package that was validated by itself would not be looked at again.
    rm -f "$(dirname "$project")"/obj/Release/net10.0/*.semaphore
    dotnet pack "$project" -c Release --no-build -o "$work/compared" -p:BaselineFolder="$1" -p:BaselineVersion="$2" || exit
  done
)
if [ -n "$tag" ]; then
  git worktree add -q "$work/tagged" "$tag" && dotnet pack "$work/tagged" -c Release -o "$work/tagged-packages" >"$work/log" 2>&1
  version=$(basename "$(ls "$work"/tagged-packages/FeedBook.[0-9]*.nupkg | head -n 1)" .nupkg)
  check "the public face of $tag is kept" baseline "$work/tagged-packages" "${version#FeedBook.}"
  git worktree remove --force "$work/tagged"
else
  echo "no version was published yet (no tag v*): there is no face to keep"
fi
