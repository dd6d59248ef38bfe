#!/usr/bin/env python3
"""Makes Text/postscript.otf: a font with PostScript outlines (CFF) for the tests; a square for 'A', a circle of cubic curves for 'o'. Needs python3-fonttools."""
import os
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

k, r = 0.5522847498 * 300, 300
glyphs = {}
for name, width in (('.notdef', 500), ('space', 250), ('A', 700), ('o', 700)):
    pen = T2CharStringPen(width, None)
    if name == 'A':
        pen.moveTo((100, 0)); pen.lineTo((600, 0)); pen.lineTo((600, 700)); pen.lineTo((100, 700)); pen.closePath()
    if name == 'o':
        x, y = 350, 300
        pen.moveTo((x + r, y)); pen.curveTo((x + r, y + k), (x + k, y + r), (x, y + r)); pen.curveTo((x - k, y + r), (x - r, y + k), (x - r, y))
        pen.curveTo((x - r, y - k), (x - k, y - r), (x, y - r)); pen.curveTo((x + k, y - r), (x + r, y - k), (x + r, y)); pen.closePath()
    glyphs[name] = pen.getCharString()
font = FontBuilder(1000, isTTF=False)
font.setupGlyphOrder(list(glyphs))
font.setupCharacterMap({32: 'space', 65: 'A', 111: 'o'})
font.setupCFF('FeedBookTest-Regular', {'FullName': 'FeedBook Test'}, glyphs, {})
font.setupHorizontalMetrics({'.notdef': (500, 0), 'space': (250, 0), 'A': (700, 100), 'o': (700, 50)})
font.setupHorizontalHeader(ascent=800, descent=-200)
font.setupNameTable({'familyName': 'FeedBook Test', 'styleName': 'Regular', 'psName': 'FeedBookTest-Regular'})
font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWeightClass=400)
font.setupPost()
font.font['head'].created = font.font['head'].modified = 0
font.font.recalcTimestamp = False
font.save(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'postscript.otf'))
