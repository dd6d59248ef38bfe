# Every word of every open item has a fate: in the body, a caption, a credit, a note, other words, or told. Sourced by run.
if [ -d "$shared/feeds" ] && [ -d "$shared/captions" ]; then
  check "the law: no word unaccounted" corpus law "$shared/feeds" "$shared/captions/dev.jsonl" "$shared/captions/dev2.jsonl" \
    "$shared/captions/dev-feeds.jsonl" "$shared/captions/dev2-feeds.jsonl" examples/FeedBook.Sample/Sample
else
  check "the law: no word unaccounted, the sample" corpus law examples/FeedBook.Sample/Sample
  skip "the law on feeds and captions: $shared is not there"
fi
