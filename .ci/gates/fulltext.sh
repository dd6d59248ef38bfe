# How much of an article's text is found in its page, on pages that nobody here made. Sourced by run. What tests/FIGURES.md states: 0.982, 0.972.
if [ -f "$shared/fulltext/score.py" ] && has python3; then
  corpus fulltext "$shared/fulltext" >"$work/fulltext.jsonl" && python3 "$shared/fulltext/score.py" "$shared/fulltext" "$work/fulltext.jsonl" >"$work/fulltext.score"
  cat "$work/fulltext.score"
  python3 - "$work/fulltext.score" <<'PY' && pass "full text" || fail "full text"
import re, sys
text = open(sys.argv[1]).read()
f1, precision = (float(re.search(name + r' (\d\.\d+)', text).group(1)) for name in ('F1', 'precision'))
sys.exit(0 if f1 >= 0.982 and precision >= 0.972 and ' 0 without' in text else 1)
PY
else
  skip "full text: $shared/fulltext is not there"
fi
