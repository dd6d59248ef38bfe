# The sample app as Properties/PublishProfiles/Standalone.pubxml publishes it. Trimmed and compiled ahead, it must write the same files as the ordinary build, byte
# for byte, and still have what trimming likes to take away: the plan's JSON, the memory of what was delivered. Sourced by run.
standalone_plan() ( # PROGRAM FOLDER: a plan, twice; the second time there is nothing new
  mkdir -p "$2" && cd "$2" || exit
  printf '{ "title": "Twice", "device": "kindle", "output": "twice.epub", "sources": ["%s"] }' "$root/examples/FeedBook.Sample/Sample/atom.xml" >feedbook.json
  "$1" --config feedbook.json --since last && [ -s twice.epub ] && rm twice.epub || exit
  "$1" --config feedbook.json --since last
  [ $? = 4 ] && [ ! -e twice.epub ]
)
if dotnet restore examples/FeedBook.Sample -p:PublishProfile=Standalone >"$work/log" 2>&1; then
  check "publishing the standalone app" dotnet publish examples/FeedBook.Sample -p:PublishProfile=Standalone --no-restore -o "$work/standalone"
  standalone="$work/standalone/FeedBook.Sample"
  for format in epub pdf; do
    check "the standalone app's $format" "$standalone" -o "$work/standalone.$format"
    dotnet examples/FeedBook.Sample/bin/Release/net10.0/FeedBook.Sample.dll -o "$work/ordinary.$format" >/dev/null 2>&1
    check "it is the ordinary build's, byte for byte" cmp "$work/standalone.$format" "$work/ordinary.$format"
  done
  check "a plan and what was delivered" standalone_plan "$standalone" "$work/standalone-plan"
else
  skip "the standalone app: its packages do not restore"
fi
