#!/usr/bin/env python3
"""Writes NamedCharacters.cs beside this file: the names of HTML's character references, as Python's html.entities.html5 holds them.

The table there is the WHATWG's entities.json, one to one. Run again after the standard has changed, which it promises not to do.
"""
import pathlib
from html.entities import html5

WIDTH = 118  # letters of a row, its quotation marks and the plus sign apart

names = sorted({name.rstrip(";") for name in html5})
rows, row = [], ""
for name in names:
    # ';' names are the rule; '!' marks those that are also read without their semicolon.
    piece = name + ("!" if name in html5 else ";")
    if len(row) + len(piece) > WIDTH:
        rows.append(row)
        row = ""
    row += piece
rows.append(row)


def units(text):
    data = text.encode("utf-16-le")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]


values = []
for name in names:
    first, *second = units(html5[name + ";"])
    values.append("0x%X" % (first | (second[0] << 16 if second else 0)))
    assert len(second) < 2 and len(name) + 2 > len(units(html5[name + ";"]))

value_rows, row = [], ""
for value in values:
    if len(row) + len(value) + 2 > WIDTH:
        value_rows.append(row.rstrip())
        row = ""
    row += value + ", "
value_rows.append(row.rstrip(" ,"))

code = f"""// Written by make-named-characters.py, not by hand.
namespace FeedBook.Text;

/// <summary>The {len(names)} names of HTML's character references (HTML §13.5), in ordinal order, and what they stand for.</summary>
internal static class NamedCharacters
{{
    /// <summary>How many names there are.</summary>
    public const int Count = {len(names)};

    /// <summary>Each name with a mark behind it: ';', or '!' where the name is also read without its semicolon.</summary>
    public const string Names =
        "{chr(10).join('        + "' + r + '"' for r in rows).removeprefix('        + "')};

    /// <summary>For each name its one or two UTF-16 units, the first in the lower half.</summary>
    public static ReadOnlySpan<uint> Values =>
    [
        {(chr(10) + "        ").join(value_rows)},
    ];
}}
"""
pathlib.Path(__file__).with_name("NamedCharacters.cs").write_text(code, encoding="utf-8")
