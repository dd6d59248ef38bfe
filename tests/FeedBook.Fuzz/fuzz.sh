#!/usr/bin/env bash
# Coverage-guided fuzzing: fuzz.sh SECONDS [TARGET...]. Needs AFL++ (Debian: afl++) and the .NET tool SharpFuzz.CommandLine, both named in
# FEEDBOOK_TOOLS or PATH. The seconds are shared by the targets. Ends with 1 where an input crashed or hung; those stay in FUZZ_OUT.
set -eu
cd "$(dirname "$0")"
seconds=$1
shift
[ $# -gt 0 ] || set -- articles dates feeds images selectors svg
out=${FUZZ_OUT:-$(mktemp -d)}
export PATH="${FEEDBOOK_TOOLS:-}:$PATH" AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
dotnet publish -c Release -o "$out/bin" -p:RunAnalyzers=false -v q -nologo
sharpfuzz "$out/bin/FeedBook.dll"
mkdir -p "$out/found"
each=$((seconds / $# > 0 ? seconds / $# : 1))
failed=0
for target in "$@"; do
  # An input of 64 KB has two seconds; a busy machine, on which not even a seed runs in that time, gets a second try with eight.
  for limit in 2000 8000; do
    [ ! -f "$out/found/$target/default/fuzzer_stats" ] || break
    rm -rf "$out/found/$target"
    timeout --signal=INT $((each + 60)) afl-fuzz -i "Seeds/$target" -o "$out/found/$target" -V "$each" -t $limit -m none -G 65536 -- dotnet "$out/bin/FeedBook.Fuzz.dll" run "$target" >"$out/$target.log" 2>&1 ||
      tail -n 20 "$out/$target.log"
  done
  stats="$out/found/$target/default/fuzzer_stats"
  [ -f "$stats" ] || { echo "$target: did not start"; failed=1; continue; }
  value() { sed -n "s/^$1 *: *//p" "$stats"; }
  echo "$target: $(value execs_done) runs in $(value run_time) s, $(value corpus_count) paths, $(value bitmap_cvg) of the map, $(value saved_crashes) crashes, $(value saved_hangs) hangs"
  [ "$(value saved_crashes)" = 0 ] && [ "$(value saved_hangs)" = 0 ] || failed=1
done
[ $failed = 0 ] || echo "what was found: $out/found"
exit $failed
