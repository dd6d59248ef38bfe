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
    corpus books "$shared/feeds/real" "$work/books-pdf" --format pdf >"$work/books-pdf.jsonl" && pass "PDFs of real feeds" || fail "PDFs of real feeds"
    check "PDFs of real feeds: qpdf, MuPDF, fonts" check_pdfs "$work"/books-pdf/*.pdf
  else
    skip "PDFs of real feeds: $shared/feeds is not there"
  fi
else
  skip "PDF checks: qpdf, mutool or pdffonts is not installed"
fi
