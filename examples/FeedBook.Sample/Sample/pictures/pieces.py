"""The pieces a scene is put together from; each gives SVG markup."""
import math
import random

W, H = 900, 600


def fade(name, *colours):
    last = len(colours) - 1
    stops = "".join(f'<stop offset="{i / last:.2f}" stop-color="{c}"/>' for i, c in enumerate(colours))
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>'


def box(x, y, w, h, fill, extra=""):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}" {extra}/>'


def disc(x, y, r, fill, opacity=1.0):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" opacity="{opacity}"/>'


def shape(d, fill, extra=""):
    return f'<path d="{d}" fill="{fill}" {extra}/>'


def stroke(d, colour, width=2, extra=""):
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" {extra}/>'


def sky(*colours):
    return f"<defs>{fade('sky', *colours)}</defs>" + box(0, 0, W, 450, "url(#sky)") + box(0, 449, W, 551, colours[-1])


def water(y, *colours, bottom=H):
    return f"<defs>{fade('water', *colours)}</defs>" + box(0, y, W, bottom - y, "url(#water)")


def sun(x, y, r, colour):
    return disc(x, y, r * 2.4, colour, 0.12) + disc(x, y, r * 1.6, colour, 0.2) + disc(x, y, r, colour)


def ridge(seed, base, amp, fill, pace=1.0, bottom=1000):
    chance = random.Random(seed)
    waves = [(0.5, 150), (0.27, 67), (0.15, 31), (0.08, 12)]
    phases = [chance.uniform(0, 6.28) for _ in waves]
    line = []
    for x in range(0, W + 9, 6):
        y = base - amp * sum(a * math.sin(x * pace / w + p) for (a, w), p in zip(waves, phases))
        line.append(f"{x},{y:.1f}")
    return shape(f"M0,{bottom} L" + " L".join(line) + f" L{W},{bottom} Z", fill)


def ripples(seed, top, colour="#fff", count=60, opacity=0.35, bottom=H):
    chance = random.Random(seed)
    out = []
    for _ in range(count):
        near = chance.random()
        y, x = top + 6 + (bottom - top - 10) * near, chance.uniform(-20, W)
        out.append(stroke(f"M{x:.0f},{y:.0f} h{20 + 70 * near * chance.random():.0f}", colour, 1 + 1.6 * near))
    return f'<g opacity="{opacity}">' + "".join(out) + "</g>"


def mirrored(drawing, line, opacity=0.3):
    return f'<g transform="translate(0,{2 * line}) scale(1,-1)" opacity="{opacity}">{drawing}</g>' + drawing


def cloud(x, y, s, fill="#fff", opacity=0.8):
    parts = [(0, 0, 120, 26), (22, -18, 70, 34), (58, -9, 90, 26)]
    return f'<g opacity="{opacity}">' + "".join(
        box(x + a * s, y + b * s, w * s, h * s, fill, f'rx="{h * s / 2:.1f}"') for a, b, w, h in parts) + "</g>"


def pine(x, y, h, fill):
    tiers = "".join(
        shape(f"M{x},{y - h * (0.46 + 0.27 * i):.1f} l{h * (0.24 - 0.05 * i):.1f},{h * 0.36:.1f} h{-2 * h * (0.24 - 0.05 * i):.1f} Z", fill)
        for i in range(3))
    return box(x - h * 0.03, y - h * 0.14, h * 0.06, h * 0.14, "#5b4636") + tiers


def birds(*places, colour="#333"):
    return "".join(stroke(f"M{x},{y} q{7 * s},{-8 * s} {14 * s},0 q{7 * s},{-8 * s} {14 * s},0", colour, 2) for x, y, s in places)


def boat(x, y, s, hull, sail=None):
    out = shape(f"M{x - 42 * s},{y - 14 * s} h{84 * s} l{-14 * s},{18 * s} h{-56 * s} Z", hull)
    out += box(x - 1.5 * s, y - 80 * s, 3 * s, 66 * s, "#4a3b32")
    if sail:
        out += shape(f"M{x + 4 * s},{y - 78 * s} q{44 * s},{30 * s} {36 * s},{58 * s} h{-36 * s} Z", sail)
        out += shape(f"M{x - 4 * s},{y - 66 * s} q{-30 * s},{24 * s} {-28 * s},{46 * s} h{28 * s} Z", sail, 'opacity=".8"')
    else:
        out += box(x - 24 * s, y - 34 * s, 34 * s, 20 * s, "#f4ead7", f'rx="{3 * s}"')
        out += box(x - 18 * s, y - 29 * s, 8 * s, 8 * s, "#40627a") + box(x - 5 * s, y - 29 * s, 8 * s, 8 * s, "#40627a")
    return out


def house(seed, x, ground, w, h, wall, roof, lit="#ffd98a"):
    chance = random.Random(seed)
    out = box(x, ground - h, w, h, wall) + shape(f"M{x - 5},{ground - h} L{x + w / 2},{ground - h - w * 0.5:.0f} L{x + w + 5},{ground - h} Z", roof)
    for row in range(int(h // 42)):
        for column in range(2):
            out += box(x + w * (0.18 + 0.4 * column), ground - h + 14 + 42 * row, w * 0.24, 22,
                       lit if chance.random() < 0.7 else "#33475b", 'rx="2"')
    return out + box(x + w * 0.4, ground - 22, w * 0.2, 22, "#4a3328", 'rx="2"')
