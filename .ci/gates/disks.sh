# Runs that are killed, and disks that are full for the temporary files, the cache and the book in turn. Sourced by run.
if has python3; then
  check "killed runs and full disks" python3 .ci/full-disks.py "$work/disks" dotnet "$root/examples/FeedBook.Sample/bin/Release/net10.0/FeedBook.Sample.dll"
else
  skip "killed runs and full disks: needs python3"
fi
