"""The other pictures: an essay's, a how-to's two drawings, and one each for four short pieces."""
import math
import random

from pieces import *  # noqa: F403


def lighthouse():
    chance = random.Random(2)
    stars = "".join(disc(chance.randint(0, 600), chance.randint(0, 380), chance.uniform(0.7, 1.9), "#fff", round(chance.uniform(.4, 1), 2)) for _ in range(70))
    beams = shape("M318,243 L-40,120 V330 Z", "#ffe9a8", 'opacity=".28"') + shape("M322,243 L660,160 V310 Z", "#ffe9a8", 'opacity=".28"')
    tower = shape("M280,300 H360 L384,690 H256 Z", "#f6efe4")
    tower += "".join(shape(f"M{280 - 24 * a:.1f},{300 + 390 * a:.0f} H{360 + 24 * a:.1f} L{360 + 24 * b:.1f},{300 + 390 * b:.0f} H{280 - 24 * b:.1f} Z", "#c8443a") for a, b in ((.14, .3), (.46, .62), (.78, .94)))
    tower += shape("M330,300 H360 L384,690 H340 Z", "#2b2145", 'opacity=".18"') + "".join(box(313, y, 14, 24, "#3a3358", 'rx="7"') for y in (392, 512)) + box(304, 640, 32, 50, "#3a3358", 'rx="14"')
    lamp = box(264, 288, 112, 14, "#3a3358") + box(290, 222, 60, 66, "#ffe08a") + "".join(box(x, 222, 4, 66, "#3a3358") for x in (290, 308, 328, 346))
    lamp += shape("M280,224 Q320,160 360,224 Z", "#c8443a") + box(317, 166, 6, 26, "#3a3358") + disc(320, 252, 70, "#ffe08a", .22)
    rocks = shape("M0,900 V760 L60,726 L130,738 L190,692 L262,684 L390,684 L440,716 L500,722 L548,770 L600,784 V900 Z", "#3b3558")
    rocks += shape("M0,900 V806 L90,780 L210,800 L330,770 L470,812 L600,830 V900 Z", "#2a2645")
    foam = "".join(f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * .2:.0f}" fill="#e9f2ff" opacity=".7"/>' for x, y, r in ((40, 864, 90), (190, 876, 100), (360, 868, 120), (540, 880, 110)))
    cottage = box(400, 656, 92, 70, "#d9cdbb") + shape("M390,658 L446,616 L502,658 Z", "#7a3f3a") + box(418, 674, 18, 20, "#ffd37a") + box(456, 674, 18, 20, "#ffd37a")
    return (f"<defs>{fade('sky', '#1d2350', '#5a4a86', '#c87f8d', '#f3b48a')}</defs>" + box(0, 0, 600, 780, "url(#sky)") + stars + ridge(81, 640, 50, "#6d5a8c") + ridge(84, 680, 24, "#56497a", 1.4)
            + water(700, "#7d6a9a", "#3f3f73", bottom=900) + ripples(9, 706, count=30, bottom=860) + beams + tower + lamp + cottage + rocks + foam)


def harbour():
    colours = ("#e0785a", "#f0c36a", "#7fb0a8", "#d9a0a0", "#5f86a6", "#e9d3a6", "#b9684f", "#92b389")
    row = "".join(house(x + 5, x, 360, 82, 120 + (x * 7) % 90, c, r) for x, c, r in zip(range(-6, 900, 92), colours * 2, ("#5b3440", "#3f3a55", "#6d4038") * 4))
    quay = box(0, 358, 900, 24, "#6d5d66") + "".join(box(x, 366, 10, 30, "#4b3f4a") for x in range(30, 900, 90))
    lamps = "".join(box(x - 2, 300, 4, 60, "#2c2638") + disc(x, 298, 7, "#ffe6a3") + disc(x, 298, 26, "#ffe6a3", .25) for x in (84, 360, 544, 820))
    glints = "".join(box(x - w / 2, 400 + 16 * k, w, 4, "#ffd98a", f'rx="2" opacity="{.6 - k * .06:.2f}"') for x in (84, 200, 360, 455, 544, 690, 820) for k, w in enumerate((26, 34, 20, 30, 16, 22)))
    return (sky("#3d4a86", "#c98aa0", "#f6c79a") + cloud(90, 90, 1, "#f4c1ae", .5) + cloud(600, 60, 1.2, "#f4c1ae", .45) + ridge(91, 220, 60, "#7d6f9c")
            + water(380, "#8c7ba0", "#4b5686", "#2e3b66") + mirrored(row, 381, 0.28) + quay + lamps + glints + ripples(11, 396, count=45)
            + boat(210, 500, 1.5, "#b5422f") + boat(470, 540, 1.7, "#2e6a73", "#f8ead0") + boat(735, 492, 1.3, "#e0a33f") + birds((300, 100, 1), (336, 82, .7)))


def ferry():
    ship = shape("M180,400 H690 L650,462 H226 Z", "#23527a") + box(180, 392, 510, 12, "#f3efe4") + box(240, 340, 380, 54, "#f8f3e6", 'rx="6"')
    ship += "".join(box(x, 354, 24, 22, "#4d7c99", 'rx="4"') for x in range(256, 600, 36)) + box(300, 296, 230, 46, "#f8f3e6", 'rx="6"')
    ship += "".join(box(x, 308, 20, 18, "#4d7c99", 'rx="4"') for x in range(316, 510, 32)) + box(540, 306, 52, 36, "#f8f3e6", 'rx="6"') + box(556, 314, 30, 14, "#4d7c99")
    ship += shape("M372,296 L380,232 H436 L444,296 Z", "#d9503f") + box(377, 248, 62, 14, "#f8f3e6") + stroke("M220,392 V300 M220,300 l-34,12 l34,10", "#23527a", 4) + stroke("M180,418 H682", "#d9503f", 7)
    ship += "".join(f'<circle cx="{x}" cy="366" r="11" fill="none" stroke="#d9503f" stroke-width="5"/>' for x in (226, 634))
    smoke = "".join(disc(x, y, r, "#fff", o) for x, y, r, o in ((400, 214, 16, .8), (372, 190, 24, .65), (330, 168, 32, .5), (276, 150, 38, .35), (214, 140, 44, .22)))
    waves = "".join(shape(f"M-40,{y} " + "q22,-18 45,0 t45,0 " * 11 + f"V{y + 90} H-40 Z", c) for y, c in ((452, "#3f93a8"), (490, "#2f7d97"), (532, "#236885"), (572, "#1b5571")))
    return (sky("#9bd0e4", "#e4eedf", "#fdeccb") + sun(740, 170, 42, "#fff0b5") + cloud(560, 90, 1) + ridge(95, 330, 50, "#a8c4c8", 1.1) + ridge(97, 372, 24, "#83abb0", 1.6)
            + water(390, "#7cc0c9", "#3f93a8") + smoke + ship + waves + birds((120, 240, 1), (170, 270, .8), (760, 280, .9), (90, 300, .6), colour="#fff"))


def orange_grove():
    chance = random.Random(17)

    def tree(x, y, s):
        crown = "".join(disc(x + a * s, y - b * s, r * s, c) for a, b, r, c in ((-26, 76, 34, "#3f7d47"), (26, 76, 34, "#3f7d47"), (0, 104, 38, "#4c9155"), (0, 74, 36, "#458a4d")))
        fruit = "".join(disc(x + chance.uniform(-44, 44) * s, y - chance.uniform(54, 128) * s, 5.4 * s, "#f28c28") for _ in range(15))
        return f'<ellipse cx="{x}" cy="{y}" rx="{50 * s:.0f}" ry="{9 * s:.0f}" fill="#a5703c" opacity=".45"/>' + box(x - 5 * s, y - 52 * s, 10 * s, 52 * s, "#6b4a32") + crown + fruit

    villa = box(540, 214, 210, 130, "#f6e7cb") + box(600, 166, 92, 60, "#f6e7cb") + shape("M590,168 L646,132 L702,168 Z", "#c76b45") + box(530, 206, 230, 14, "#c76b45")
    villa += "".join(shape(f"M{x},344 V282 a20,20 0 0 1 40,0 V344 Z", "#6d8fa3") for x in (562, 625, 688)) + "".join(shape(f"M{x},214 V188 a9,9 0 0 1 18,0 V214 Z", "#6d8fa3") for x in (618, 656))
    cypress = "".join(f'<ellipse cx="{x}" cy="{y}" rx="15" ry="74" fill="#2f5f4a"/>' for x, y in ((496, 282), (792, 278), (830, 292), (462, 294)))
    path = shape("M640,344 Q600,430 380,600 H560 Q660,440 664,344 Z", "#efd3a0")
    baskets = "".join(shape(f"M{x},540 h64 l-8,40 h-48 Z", "#9c6a3a") + "".join(disc(x + 10 + 15 * i, 536 - 7 * (i % 2), 11, "#f59a33") for i in range(4)) for x in (610, 700))
    rows = "".join(tree(x, y, s) for y, s, xs in ((392, .6, (60, 150, 240, 330, 425, 760, 850)), (456, .86, (20, 160, 300, 410, 740, 880)), (556, 1.25, (90, 270, 830))) for x in xs)
    return (sky("#8ecbe0", "#f3ecca", "#fbe3b0") + sun(180, 120, 46, "#fff3bf") + cloud(340, 90, 0.9) + ridge(101, 270, 70, "#b8b8c8") + ridge(103, 320, 36, "#b9b98a", 1.3)
            + cypress + villa + shape("M0,340 Q450,318 900,344 V600 H0 Z", "#d9b26c") + path + rows + baskets)


def mountain_hut():
    def peak(x, y, w, rock, snow):
        return (shape(f"M{x - w},600 L{x},{y} L{x + w},600 Z", rock)
                + shape(f"M{x},{y} L{x + w * .22:.0f},{y + 78} l-{w * .07:.0f},-10 l-{w * .08:.0f},30 l-{w * .08:.0f},-28 l-{w * .09:.0f},22 l-{w * .1:.0f},-14 Z", snow))
    chance = random.Random(23)
    stars = "".join(disc(chance.randint(0, 900), chance.randint(0, 240), chance.uniform(.7, 1.9), "#fff", round(chance.uniform(.4, 1), 2)) for _ in range(80))
    hut = box(390, 390, 190, 96, "#7a4b30") + "".join(stroke(f"M390,{y} H580", "#5d3722", 2) for y in range(406, 486, 16)) + shape("M366,396 L485,316 L604,396 Z", "#e9eef6") + shape("M366,396 L485,316 L604,396 l-10,6 L485,330 L376,402 Z", "#6b4330")
    hut += "".join(box(x, 418, 34, 30, "#ffd57e", 'rx="2"') + stroke(f"M{x + 17},418 v30 M{x},433 h34", "#5d3722", 3) for x in (410, 526)) + box(468, 424, 34, 62, "#452a1c") + box(534, 314, 22, 46, "#77706c")
    hut += "".join(disc(x, y, r, "#e8ecf8", o) for x, y, r, o in ((546, 296, 9, .7), (556, 272, 13, .55), (572, 246, 17, .4), (594, 216, 22, .25)))
    glow = f'<ellipse cx="485" cy="512" rx="170" ry="22" fill="#ffd57e" opacity=".3"/>'
    sledge = stroke("M640,512 h70 q16,0 14,-18 M652,512 v-14 M696,512 v-14 M644,498 h62", "#6b3f28", 5)
    return (sky("#1b2a55", "#4b5a92", "#c8a4b4", "#f0c9b0") + stars + disc(150, 110, 34, "#fdf4d8") + disc(150, 110, 70, "#fdf4d8", .12)
            + peak(250, 150, 330, "#6b78a8", "#f3f6ff") + peak(640, 110, 380, "#5a6799", "#f3f6ff") + peak(860, 220, 260, "#4d5a8b", "#dfe6f8") + peak(20, 250, 240, "#4d5a8b", "#dfe6f8")
            + ridge(111, 440, 40, "#a9b8da", 1.2) + shape("M0,470 Q240,430 470,482 T900,462 V600 H0 Z", "#dfe7f6") + glow + hut + sledge
            + "".join(pine(x, y, h, c) for x, y, h, c in ((60, 520, 170, "#24405a"), (140, 500, 120, "#2b4a66"), (240, 490, 90, "#31536f"), (330, 488, 70, "#31536f"), (760, 500, 120, "#2b4a66"), (842, 530, 180, "#24405a"), (690, 478, 70, "#31536f")))
            + shape("M0,540 Q300,500 560,556 T900,546 V600 H0 Z", "#f3f6fd"))


def tea_hills():
    def hill(x, y, r, base, row):
        out = f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * .62:.0f}" fill="{base}"/>'
        for k in range(1, 9):
            a = r * (1 - k * .105)
            out += f'<ellipse cx="{x}" cy="{y + k * 3}" rx="{a:.0f}" ry="{a * .62:.0f}" fill="none" stroke="{row}" stroke-width="13" stroke-dasharray="{30 + k} 4" stroke-linecap="round"/>'
        return out
    hut = box(610, 262, 70, 44, "#c9a36c") + shape("M592,264 Q645,214 698,264 Z", "#7b5a35") + box(636, 276, 20, 30, "#5a3f26")
    pickers = "".join(shape(f"M{x - 13},{y} q0,-40 13,-40 q13,0 13,40 Z", c) + disc(x, y - 47, 8, "#eac39b") + shape(f"M{x - 24},{y - 48} L{x},{y - 66} L{x + 24},{y - 48} Z", "#e8d29a")
                      + box(x + 9, y - 32, 16, 22, "#9c6a3a", 'rx="3"') for x, y, c in ((190, 420, "#c94f5d"), (265, 452, "#3f6f9c"), (540, 500, "#d98b3a")))
    mist = "".join(f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="20" fill="#fff" opacity=".55"/>' for x, y, r in ((140, 262, 230), (520, 250, 240), (820, 275, 200)))
    return (sky("#a9d7dc", "#f4edd2", "#fbe6bf") + sun(330, 130, 46, "#fff2c2") + ridge(121, 210, 90, "#b9cfcb") + ridge(126, 260, 50, "#8fb8a4", 1.4) + mist
            + hill(700, 520, 400, "#6fa354", "#4f8a43") + hut + hill(160, 580, 420, "#7fb35c", "#5a9647") + hill(560, 700, 420, "#8cc063", "#64a24c") + pickers)


def text(x, y, words, size=20, colour="#31404d", anchor="middle", extra=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" font-family="DejaVu Sans, sans-serif" font-size="{size}" fill="{colour}" text-anchor="{anchor}" {extra}>{words}</text>'


def tide_chart():
    left, top, width, height = 90, 70, 770, 400
    level = lambda hour: 2.4 + 1.55 * math.cos((hour - 3.2) * 2 * math.pi / 12.42) + .28 * math.cos((hour - 3.2) * 2 * math.pi / 24.84)
    px, py = lambda hour: left + width * hour / 24, lambda metres: top + height * (1 - metres / 5)
    out = box(0, 0, W, H, "#fbf8f1") + text(450, 42, "Height of tide through one day, Merrow Quay", 24, "#22313d")
    for m in range(6):
        out += stroke(f"M{left},{py(m):.0f} H{left + width}", "#d5d9d6", 1.5) + text(left - 14, py(m) + 7, f"{m} m", 18, anchor="end")
    for h in range(0, 25, 3):
        out += stroke(f"M{px(h):.0f},{top + height} v8", "#31404d", 2) + text(px(h), top + height + 34, f"{h:02}:00", 18)
    line = " L".join(f"{px(h / 10):.1f},{py(level(h / 10)):.1f}" for h in range(241))
    out += shape(f"M{px(0)},{py(0)} L{line} L{px(24)},{py(0)} Z", "#9ccbd6", 'opacity=".55"') + stroke(f"M{line}", "#1f6f8b", 5)
    for hour, name, rise in ((3.2, "high 03:12", -20), (9.4, "low 09:24", 34), (15.6, "high 15:37", -20), (21.8, "low 21:49", 34)):
        out += disc(px(hour), py(level(hour)), 9, "#d9503f") + text(px(hour), py(level(hour)) + rise, name, 19, "#a8362a")
    return out + stroke(f"M{left},{top} V{top + height} H{left + width}", "#31404d", 3) + text(450, 560, "hours after midnight", 19)


def tide_dial():
    cx, cy, r = 390, 310, 230
    out = box(0, 0, W, H, "#fbf8f1") + disc(cx, cy, r + 26, "#8a5a3b") + disc(cx, cy, r, "#f4ead2")
    out += shape(f"M{cx - r},{cy} A{r},{r} 0 0 0 {cx + r},{cy} Z", "#9ccbd6")
    for k in range(12):
        a = math.pi * 2 * k / 12
        out += stroke(f"M{cx + (r - 22) * math.sin(a):.0f},{cy - (r - 22) * math.cos(a):.0f} L{cx + (r - 6) * math.sin(a):.0f},{cy - (r - 6) * math.cos(a):.0f}", "#31404d", 4)
        hours = (k if k <= 6 else 12 - k)
        out += text(cx + (r - 46) * math.sin(a), cy - (r - 46) * math.cos(a) + 8, "HIGH" if k == 0 else "LOW" if k == 6 else str(6 - hours if k < 6 else hours), 24)
    out += text(cx + 84, cy + 80, "falling", 20, "#6d5136") + text(cx - 84, cy + 80, "rising", 20, "#6d5136")
    a = math.radians(52)
    out += stroke(f"M{cx - 40 * math.sin(a):.0f},{cy + 40 * math.cos(a):.0f} L{cx + 158 * math.sin(a):.0f},{cy - 158 * math.cos(a):.0f}", "#c8443a", 10) + disc(cx, cy, 16, "#31404d") + disc(cx, cy, 6, "#f4ead2")
    for x, y, words, anchor, tx, ty in ((84, 130, "oak rim", "middle", 186, 176), (700, 130, "hand: one turn", "start", 508, 206), (700, 500, "painted sea", "start", 520, 460)):
        out += stroke(f"M{x if anchor == 'middle' else x - 8},{y + (12 if anchor == 'middle' else -6)} L{tx},{ty}", "#31404d", 2) + text(x if anchor == "middle" else x - 2, y, words, 20, anchor=anchor)
    return out + text(698, 156, "in 12 h 25 min", 20, anchor="start") + text(450, 40, "Face of the tide clock", 24, "#22313d")


SCENES = {
    "ferry.jpg": (W, H, ferry), "harbour.jpg": (W, H, harbour), "orange-grove.jpg": (W, H, orange_grove), "mountain-hut.jpg": (W, H, mountain_hut),
    "tea-hills.jpg": (W, H, tea_hills), "tide-chart.png": (W, H, tide_chart), "tide-dial.png": (W, H, tide_dial), "lighthouse.jpg": (600, 900, lighthouse),
}
