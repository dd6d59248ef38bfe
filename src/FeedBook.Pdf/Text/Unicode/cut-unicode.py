#!/usr/bin/env python3
"""Packs what the text room needs of the Unicode Character Database into unicode.bin.br.

Source: Debian's package unicode-data (/usr/share/unicode), under the Unicode licence (see UNICODE-LICENSE.txt here).
Run: cut-unicode.py [/usr/share/unicode]. Needs Debian's python3-brotli.
"""
import brotli, os, struct, sys

ucd = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/unicode'
here = os.path.dirname(os.path.abspath(__file__))

BIDI = 'L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI'.split()
LINE = ('XX BK CM CR GL LF NL SP WJ ZW ZWJ AI AL B2 BA BB CB CJ CL CP EB EM EX H2 H3 HL HY ID IN IS JL JT JV NS NU OP PO PR QU RI SA SG SY '
        'AK AP AS VF VI HH').split()
WIDTH = 'N A H W F Na'.split()


def rows(name):
    with open(os.path.join(ucd, name), encoding='utf-8') as f:
        for line in f:
            line = line.split('#')[0].strip()
            if line:
                parts = [p.strip() for p in line.split(';')]
                a, _, b = parts[0].partition('..')
                yield int(a, 16), int(b or a, 16), parts[1:]


def table(default):
    return [default] * 0x110000


bidi = table('L')
# Unassigned characters of right-to-left blocks are right-to-left (DerivedBidiClass.txt, @missing).
for a, b, c in [(0x590, 0x5FF, 'R'), (0x600, 0x7BF, 'AL'), (0x7C0, 0x85F, 'R'), (0x860, 0x8FF, 'AL'), (0xFB1D, 0xFB4F, 'R'),
                (0xFB50, 0xFDFF, 'AL'), (0xFE70, 0xFEFF, 'AL'), (0x10800, 0x10CFF, 'R'), (0x10D00, 0x10D3F, 'AL'), (0x10D40, 0x10EBF, 'R'),
                (0x10EC0, 0x10EFF, 'AL'), (0x10F00, 0x10F2F, 'R'), (0x10F30, 0x10F6F, 'AL'), (0x10F70, 0x10FFF, 'R'),
                (0x1E800, 0x1EC6F, 'R'), (0x1EC70, 0x1ECBF, 'AL'), (0x1ECC0, 0x1ECFF, 'R'), (0x1ED00, 0x1ED4F, 'AL'),
                (0x1ED50, 0x1EDFF, 'R'), (0x1EE00, 0x1EEFF, 'AL'), (0x1EF00, 0x1EFFF, 'R')]:
    bidi[a:b + 1] = [c] * (b - a + 1)
for a, b, p in rows('extracted/DerivedBidiClass.txt'):
    bidi[a:b + 1] = [p[0]] * (b - a + 1)
line = table('XX')
for a, b in [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD), (0x1F000, 0x1FAFF)]:
    line[a:b + 1] = ['ID'] * (b - a + 1)
for a, b, p in rows('LineBreak.txt'):
    line[a:b + 1] = [p[0]] * (b - a + 1)
with open(os.path.join(ucd, 'UnicodeData.txt'), encoding='utf-8') as f:
    decomposition = {}
    for raw in f:
        p = raw.split(';')
        c = int(p[0], 16)
        if p[5] and not p[5].startswith('<'):
            parts = [int(x, 16) for x in p[5].split()]
            if len(parts) == 2:
                decomposition[c] = tuple(parts)
width = table('N')
for a, b, p in rows('EastAsianWidth.txt'):
    width[a:b + 1] = [p[0]] * (b - a + 1)
pictograph = table(False)
for a, b, p in rows('emoji/emoji-data.txt'):
    if p[0] == 'Extended_Pictographic':
        pictograph[a:b + 1] = [True] * (b - a + 1)
excluded = set()
for a, b, p in rows('DerivedNormalizationProps.txt'):
    if p[0] == 'Full_Composition_Exclusion':
        excluded.update(range(a, b + 1))
names = {}
for raw in open(os.path.join(ucd, 'PropertyValueAliases.txt'), encoding='utf-8'):
    p = [x.strip() for x in raw.split('#')[0].split(';')]
    if p[0] == 'sc':
        names[p[2]] = p[1]
script = table('Common')
for a, b, p in rows('Scripts.txt'):
    script[a:b + 1] = [p[0]] * (b - a + 1)
scripts = ['Common', 'Inherited'] + sorted(set(script) - {'Common', 'Inherited'})
assert len(scripts) < 256

index = {s: i for i, s in enumerate(scripts)}
bi, li, wi = ({s: i for i, s in enumerate(x)} for x in (BIDI, LINE, WIDTH))
packed = [bi[bidi[c]] | li[line[c]] << 5 | wi[width[c]] << 11 | int(pictograph[c]) << 14 | index[script[c]] << 15
          for c in range(0x110000)]
values = sorted(set(packed))
place = {v: i for i, v in enumerate(values)}
blocks, stage1, seen = [], [], {}
for at in range(0, 0x110000, 128):
    block = tuple(place[v] for v in packed[at:at + 128])
    if block not in seen:
        seen[block] = len(blocks)
        blocks.append(block)
    stage1.append(seen[block])

brackets = [(a, int(p[0], 16), p[1]) for a, _, p in rows('BidiBrackets.txt')]
pairs = sorted((d[0], d[1], c) for c, d in decomposition.items() if c not in excluded)
out = bytearray()


def put(fmt, *v):
    out.extend(struct.pack('<' + fmt, *v))


put('HH', len(values), len(blocks))
for v in values:
    put('I', v)
for s in stage1:
    put('H', s)
for block in blocks:
    for v in block:
        put('H', v)
put('H', len(scripts))
for s in scripts:
    text = (names[s].lower() + s.replace('_', ' ')).encode()
    put('B', len(text))
    out.extend(text)
put('H', len(brackets))
for a, b, kind in brackets:
    put('HHB', a, b, 1 if kind == 'o' else 2)
put('H', len(pairs))
for t in pairs:
    put('III', *t)
data = brotli.compress(bytes(out), quality=11)
open(os.path.join(here, 'unicode.bin.br'), 'wb').write(data)
print(len(values), 'combinations,', len(blocks), 'blocks,', len(out), 'bytes,', len(data), 'packed')
