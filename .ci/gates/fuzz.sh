# Coverage-guided fuzzing of everything that reads strangers' bytes. Sourced by run. FEEDBOOK_FUZZ_SECONDS is the time for all targets together
# (default 300; 0 leaves it out); what crashed or hung is printed: the input, the exception and where it came from.
fuzz_seconds=${FEEDBOOK_FUZZ_SECONDS:-300}
if [ "$fuzz_seconds" = 0 ]; then
  skip "fuzzing: FEEDBOOK_FUZZ_SECONDS is 0"
elif ! has afl-fuzz; then
  skip "fuzzing: no afl-fuzz (Debian: afl++)"
elif ! { has sharpfuzz || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$FEEDBOOK_TOOLS" >"$work/sharpfuzz.log" 2>&1; }; then
  skip "fuzzing: SharpFuzz.CommandLine is not installed"
else
  check "fuzzing finds no crash and no hang" env FUZZ_OUT="$work/fuzz" "$root/tests/FeedBook.Fuzz/fuzz.sh" "$fuzz_seconds"
fi
