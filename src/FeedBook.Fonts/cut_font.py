#!/usr/bin/env python3
"""Cuts one font down to the characters of a package and packs it.

Usage: cut_font.py SOURCE.ttf TARGET-WITHOUT-EXTENSION CHARACTERS [FEATURES]
CHARACTERS: hexadecimal ranges (20-7E,A0), or codec:NAME for all that a Python codec of two bytes knows, separated by commas; what
follows a '-' alone is left out.
FEATURES: OpenType features to keep, separated by commas; '-' for none, '*' for all.
Writes TARGET.ttf.br and TARGET.ranges (what the cut font covers: asked before it is unpacked).
Needs Debian's python3-fonttools and python3-brotli. The same source gives the same bytes.
"""
import io
import os
import sys
import brotli
from fontTools import subset
from fontTools.ttLib import TTFont


def of_codec(name):
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                text = bytes([lead, trail]).decode(name)
            except UnicodeDecodeError:
                continue
            if len(text) == 1 and not 0xE000 <= ord(text) <= 0xF8FF:
                found.add(ord(text))
    return found


def characters(spec):
    wanted, unwanted = set(), set()
    found = wanted
    for part in spec.split(','):
        if part == '-':
            found = unwanted
        elif part.startswith('codec:'):
            found |= of_codec(part[6:])
        else:
            first, _, last = part.partition('-')
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return wanted - unwanted


def ranges(found):
    runs = []
    for c in sorted(found):
        if runs and runs[-1][1] == c - 1:
            runs[-1][1] = c
        else:
            runs.append([c, c])
    return ' '.join(f'{a:X}' if a == b else f'{a:X}-{b:X}' for a, b in runs)


source, target, spec, features = sys.argv[1:5] if len(sys.argv) > 4 else sys.argv[1:4] + ['-']
font = TTFont(source, recalcTimestamp=False)
options = subset.Options()
options.hinting = False
options.layout_features = [] if features == '-' else features.split(',')
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
options.name_languages = [0x409]
options.notdef_outline = True
options.glyph_names = False
options.recalc_timestamp = False
options.drop_tables += ['DSIG', 'STAT', 'VORG', 'vhea', 'vmtx', 'BASE', 'gasp', 'meta', 'MATH']
cutter = subset.Subsetter(options)
cutter.populate(unicodes=characters(spec))
cutter.subset(font)
covered = sorted(font.getBestCmap())
buffer = io.BytesIO()
font.save(buffer)
data = buffer.getvalue()
packed = brotli.compress(data, mode=brotli.MODE_FONT, quality=11, lgwin=24)
with open(target + '.ttf.br', 'wb') as f:
    f.write(packed)
with open(target + '.ranges', 'w') as f:
    f.write(ranges(covered) + '\n')
print(f'{os.path.basename(target)}: {len(covered)} characters, {font["maxp"].numGlyphs} glyphs, {len(data)} bytes, {len(packed)} packed')
