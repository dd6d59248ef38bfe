#!/usr/bin/env bash
# Coverage-guided fuzzing: fuzz.sh SECONDS [TARGET...]. Needs AFL++ (Debian: afl++) and the .NET tool SharpFuzz.CommandLine, both named in
# FEEDBOOK_TOOLS or PATH. The seconds are shared by the targets. Ends with 1 where an input crashed or hung; those stay in FUZZ_OUT, and each
# kind of them is printed with an input as base64, so that a log alone is enough to try it again (FeedBook.Fuzz replay TARGET FILE).
set -eu
cd "$(dirname "$0")"
seconds=$1
shift
[ $# -gt 0 ] || set -- articles dates feeds images selectors svg
out=${FUZZ_OUT:-$(mktemp -d)}
export PATH="${FEEDBOOK_TOOLS:-}:$PATH" AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
dotnet publish -c Release -o "$out/bin" -p:RunAnalyzers=false -v q -nologo
rm -rf "$out/plain"
cp -r "$out/bin" "$out/plain"
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
  [ "$(value saved_crashes)" = 0 ] && [ "$(value saved_hangs)" = 0 ] && continue
  # Not instrumented: what is printed are the lines of the source. A stack that overflows takes the program along, hence the time-out and the head.
  code=0
  timeout 120 dotnet "$out/plain/FeedBook.Fuzz.dll" replay "$target" "$out/found/$target/default/crashes" "$out/found/$target/default/hangs" >"$out/$target.replay" 2>&1 || code=$?
  head -n 60 "$out/$target.replay"
  # What took long while the machine did something else is no hang when it is quick now.
  [ "$(value saved_crashes)" = 0 ] && [ $code = 0 ] || failed=1
done
[ $failed = 0 ] || echo "what was found: $out/found"
exit $failed
