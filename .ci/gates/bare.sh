# The sample printed on a bare root: the runtime and the C libraries it is linked with, no ICU, no font, no locale, no time zones. Sourced by run.
# The file must be the one an ordinary run writes, byte for byte; two ordinary runs must agree first.
bare_root() { # FOLDER: a root with .NET and the sample
  local bare=$1 app="$root/examples/FeedBook.Sample/bin/Release/net10.0" dotnet library
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  mkdir -p "$bare"/{app,dotnet/host,dotnet/shared,tmp,out,dev,proc}
  cp -r "$app/." "$bare/app"
  cp "$dotnet/dotnet" "$bare/dotnet"
  cp -r "$dotnet/host/fxr" "$bare/dotnet/host"
  cp -r "$dotnet/shared/Microsoft.NETCore.App" "$bare/dotnet/shared"
  # The libraries that the runtime is linked with; OpenSSL, for hashes, is opened by name.
  {
    find "$bare/dotnet" -name '*.so' -o -name dotnet -type f | xargs ldd 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\/.*ld-linux/ { print $1 }'
    ldconfig -p | awk '/lib(ssl|crypto)\.so\.3/ { print $NF }'
  } | grep -v -e "^$bare" -e libicu -e lttng | sort -u | while read -r library; do
    mkdir -p "$bare$(dirname "$library")"
    cp -L "$library" "$bare$library"
  done
  : >"$bare/dev/null"
  : >"$bare/dev/urandom"
}
# The runtime reads its limits from /proc and its chance from /dev/urandom, as on any machine; both are lent for the time of the run, in a mount table of its own.
bare_print() { # FOLDER: prints the sample there
  unshare --mount sh -c 'mount --rbind /proc "$0/proc" && mount --bind /dev/urandom "$0/dev/urandom" && exec env -i /usr/sbin/chroot "$0" /dotnet/dotnet /app/FeedBook.Sample.dll -o /out/sample.pdf' "$1"
}
same_file() { cmp "$1" "$2" && sha256sum "$1"; }
if [ "$(id -u)" = 0 ] && has ldd && [ -x /usr/sbin/chroot ] && unshare --mount true 2>/dev/null; then
  mkdir -p "$work/bare-expected"
  check "the sample as PDF, twice" sh -c "dotnet '$root/examples/FeedBook.Sample/bin/Release/net10.0/FeedBook.Sample.dll' -o '$work/bare-expected/one.pdf' && dotnet '$root/examples/FeedBook.Sample/bin/Release/net10.0/FeedBook.Sample.dll' -o '$work/bare-expected/two.pdf'"
  check "two runs, one hash" same_file "$work/bare-expected/one.pdf" "$work/bare-expected/two.pdf"
  if bare_root "$work/bare" >"$work/log" 2>&1; then
    check "the sample on a bare root" bare_print "$work/bare"
    check "the bare root's file is the same" same_file "$work/bare-expected/one.pdf" "$work/bare/out/sample.pdf"
  else
    fail "a bare root"; tail -n 20 "$work/log"
  fi
else
  skip "the sample on a bare root: needs root, ldd, chroot and unshare"
fi
