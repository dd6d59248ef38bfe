# PDFs: the sample and the books of real feeds. Sourced by run.
check "the sample as PDF" sh -c "cd '$work/sample' && dotnet run --project '$root/examples/FeedBook.Sample' -- -o sample.pdf"
check_pdfs() { # FILE...: qpdf and MuPDF find nothing, every font is embedded
  local file bad=0
  for file in "$@"; do
    qpdf --check "$file" >"$work/qpdf.log" 2>&1 || { echo "qpdf: $file"; tail -n 3 "$work/qpdf.log"; bad=1; }
    mutool draw -q -F text -o /dev/null "$file" 2>&1 | grep -iE 'error|warning' | grep -v 'ICC support' && { echo "mutool: $file"; bad=1; }
    pdffonts "$file" | tail -n +3 | awk '$(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes" { exit 1 }' || { echo "pdffonts: $file"; bad=1; }
  done
  echo "$# files looked at"
  return $bad
}
if has qpdf && has mutool && has pdffonts; then
  check "sample PDF: qpdf, MuPDF, fonts" check_pdfs "$work/sample/sample.pdf"
  if [ -d "$shared/feeds" ]; then
    # Fails when a book cannot be made, or when MuPDF does not read every word of a chapter in its order.
    corpus books "$shared/feeds/real" "$work/books-pdf" --format pdf --words >"$work/books-pdf.jsonl"
    python3 - "$work/books-pdf.jsonl" <<'PY' && pass "PDFs of real feeds, every word in order" || fail "PDFs of real feeds, every word in order"
import json, sys
books = [json.loads(line) for line in open(sys.argv[1])]
missing = [book for book in books if book.get('missing')]
for book in missing:
    print(book['file'], str(book['missing'])[:1500])
failed = [book['file'] for book in books if not book.get('outputs') and not book.get('error')]
print(len(books), 'files,', sum(len(book['missing']) for book in missing), 'places,', failed)
sys.exit(0 if not missing and len(books) > 100 and not failed else 1)
PY
    python3 -c 'import json,sys; print(sum(json.loads(line).get("words", 0) for line in sys.stdin), "words looked for")' <"$work/books-pdf.jsonl"
    check "PDFs of real feeds: qpdf, MuPDF, fonts" check_pdfs "$work"/books-pdf/*.pdf
  else
    skip "PDFs of real feeds: $shared/feeds is not there"
  fi
else
  skip "PDF checks: qpdf, mutool or pdffonts is not installed"
fi
