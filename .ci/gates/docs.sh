# The pages of src/docs, as the site that README names. Sourced by run.
if dotnet tool install docfx --version 2.81.0 --tool-path "$work/docfx" >"$work/log" 2>&1; then
  check "the site of the documents" "$work/docfx/docfx" src/docfx.json
  [ -s artifacts/docs/docs/recipes.html ] && pass "its pages are there" || fail "its pages are there"
else
  skip "the site of the documents: docfx is not served"
fi
