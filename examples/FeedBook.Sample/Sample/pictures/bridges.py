"""Eight bridges of the Lantern Coast, for the archived gallery."""
import math
import random

from pieces import *  # noqa: F403


def moon_arch():
    bridge = shape("M60,412 Q270,404 330,330 Q450,215 570,330 Q630,404 840,412 Z M338,412 A112,112 0 0 1 562,412 Z", "#8d7f78", 'fill-rule="evenodd"')
    bridge += stroke("M338,412 A112,112 0 0 1 562,412", "#6b5e58", 7)
    bridge += stroke("M150,396 Q275,384 335,310 Q450,195 565,310 Q625,384 750,396", "#b9aca2", 6)
    for i in range(9):
        x = 340 + 27.5 * i
        t = (x - 330) / 240
        y = 330 - 2 * t * (1 - t) * 115
        bridge += stroke(f"M{x:.0f},{y:.0f} v-20", "#b9aca2", 5)
    willow = stroke("M120,412 q10,-110 40,-190", "#4b4038", 11)
    for i in range(13):
        willow += stroke(f"M{160 - 3 * i},{222 + 3 * i} q{-50 + 13 * i},{-26} {-78 + 15 * i},{120 + 6 * (i % 4)}", "#6f9a63", 4, 'opacity=".85"')
    return (sky("#f6b58f", "#fbe0bd", "#fdf3df") + sun(640, 240, 44, "#fff3c4") + ridge(3, 330, 70, "#c5b6c4")
            + ridge(8, 365, 50, "#9c9fb8", 1.3) + ridge(5, 392, 26, "#6f8a86", 1.6) + water(412, "#e9c4a8", "#8fb0b4", "#4f7f8c")
            + mirrored(willow + bridge, 412, 0.42) + ripples(1, 425) + birds((660, 120, 1), (710, 150, 0.7), (230, 110, 0.8)))


def covered_bridge():
    bridge = "".join(shape(f"M{x},470 L{x + 12},322 H{x + 48} L{x + 60},470 Z", "#77716c") for x in (250, 590))
    bridge += box(70, 306, 760, 22, "#5d3a26") + box(100, 250, 700, 58, "#7b4a2d")
    for x in range(112, 790, 34):
        bridge += box(x, 258, 22, 40, "#3a241a") + box(x, 282, 22, 16, "#9c6238")
    roof = "M{a},{y} q20,-4 34,-40 H{b} q14,36 34,40 Z"
    for a, b, y in ((76, 790, 252), (360, 506, 214), (384, 482, 180), (130, 216, 216), (650, 736, 216)):
        bridge += shape(roof.format(a=a, b=b, y=y), "#39424a") + stroke(f"M{a},{y} H{b + 34}", "#56636c", 4)
    chance = random.Random(4)
    rain = "".join(stroke(f"M{chance.randint(0, 920)},{chance.randint(-10, 600)} l-7,26", "#fff", 1.3) for _ in range(150))
    return (sky("#8fa5a8", "#c3d1c9", "#dde5d6") + ridge(11, 250, 120, "#9fb5a6") + ridge(14, 320, 90, "#6f9379", 1.2) + ridge(21, 380, 50, "#47715a", 1.4)
            + "".join(pine(x, 420 - abs(450 - x) * 0.06, 74 + x % 5 * 7, "#2f5a47") for x in (20, 66, 118, 782, 826, 880))
            + water(470, "#7fa79a", "#487a74", "#2f5b5b") + mirrored(bridge, 472, 0.28) + ripples(5, 480, count=45)
            + f'<g opacity=".42">{rain}</g>')


def fog_suspension():
    cable = "M-60,230 Q70,330 210,150 Q450,500 690,150 Q830,330 960,230"
    bridge = "".join(box(x - 13, 140, 9, 350, "#c23b2e") + box(x + 9, 140, 9, 350, "#c23b2e") + "".join(
        box(x - 13, y, 30, 8, "#a93227") for y in (150, 210, 270)) for x in (208, 688))
    bridge += stroke(cable, "#d6503f", 6) + box(0, 372, 900, 13, "#b5372b")
    for x in range(226, 690, 20):
        t = (x - 210) / 480
        bridge += stroke(f"M{x},{150 + 2 * t * (1 - t) * 350:.0f} V372", "#d6503f", 1.6)
    for x in list(range(20, 205, 20)) + list(range(710, 900, 20)):
        t = (x + 60) / 270 if x < 450 else (960 - x) / 270
        bridge += stroke(f"M{x},{230 * (1 - t) ** 2 + 660 * t * (1 - t) + 150 * t * t:.0f} V372", "#d6503f", 1.6)
    fog = "".join(f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{r * 0.13:.0f}" fill="#fff" opacity="{o}"/>' for x, y, r, o in (
        (160, 420, 380, .5), (700, 440, 420, .55), (420, 480, 520, .6), (640, 330, 190, .28), (60, 300, 170, .3), (450, 560, 600, .5)))
    return (sky("#aebfd0", "#e3d9d4", "#f8ece0") + sun(450, 190, 38, "#fffaf0") + ridge(31, 400, 70, "#c4cbd6") + water(440, "#b8c7d2", "#8ba4b5")
            + bridge + boat(452, 505, 0.7, "#4f5d6b", "#f3efe6") + f'<g filter="url(#soft)">{fog}</g>'
            + '<defs><filter id="soft"><feGaussianBlur stdDeviation="14"/></filter></defs>')


def rope_bridge():
    rail, deck = "M205,215 Q450,385 700,205", "M200,262 Q450,452 704,252"
    planks = ""
    for i in range(41):
        t = i / 40
        x = 200 * (1 - t) ** 2 + 900 * t * (1 - t) + 704 * t * t
        y = 262 * (1 - t) ** 2 + 904 * t * (1 - t) + 252 * t * t
        top = 215 * (1 - t) ** 2 + 770 * t * (1 - t) + 205 * t * t
        planks += box(x - 5, y - 3, 9, 9, "#b98a55" if i % 3 else "#9c6f40") + (stroke(f"M{x:.0f},{y:.0f} V{top:.0f}", "#6d5136", 1.6) if i % 2 else "")
    walker = shape("M372,346 q0,-34 13,-34 q13,0 13,34 Z", "#2f5d8a") + disc(385, 306, 8, "#e9c19a") + shape("M355,300 q30,-40 60,0 Z", "#e2574c")
    left = shape("M0,150 L90,170 L150,230 L212,252 L196,330 L216,400 L170,480 L190,600 H0 Z", "#6a6f62")
    right = shape("M900,120 L800,180 L742,230 L694,246 L716,330 L690,420 L735,500 L716,600 H900 Z", "#5f6459")
    moss = shape("M0,130 L90,160 L150,222 L214,248 L150,258 L70,214 L0,196 Z M900,100 L800,170 L742,222 L692,242 L760,256 L830,214 L900,180 Z", "#7fae6b")
    fall = shape("M460,300 q8,80 -4,160 L430,600 H520 L496,460 q-10,-80 -6,-160 Z", "#eef7fa", 'opacity=".85"')
    return (sky("#7fc0d8", "#d6edf0", "#f5f6e8") + cloud(90, 80, 1.1) + cloud(600, 60, 0.9) + ridge(41, 210, 90, "#a9c9c7", 1.5) + ridge(43, 270, 80, "#86b0a0", 1.1)
            + fall + disc(452, 306, 15, "#75a08f") + disc(468, 300, 9, "#75a08f") + disc(484, 299, 9, "#75a08f") + disc(499, 305, 15, "#75a08f") + ridge(47, 520, 40, "#5f9a95") + '<ellipse cx="475" cy="560" rx="190" ry="34" fill="#fff" opacity=".5"/>' + left + right + moss
            + "".join(pine(x, y, h, "#2f6650") for x, y, h in ((40, 160, 110), (98, 178, 84), (148, 232, 62), (780, 205, 76), (830, 178, 104), (880, 146, 88)))
            + stroke(deck, "#6d5136", 5) + planks + stroke(rail, "#6d5136", 4) + walker + birds((560, 150, 0.9), (600, 170, 0.7)))


def stepping_stones():
    stones = ""
    for i in range(11):
        t = i / 10
        x, y, r = 70 + 640 * t + 60 * math.sin(t * 5), 560 - 205 * t, 62 - 42 * t
        stones += f'<ellipse cx="{x:.0f}" cy="{y + r * .3:.0f}" rx="{r * 1.2:.0f}" ry="{r * .42:.0f}" fill="#2f6f73" opacity=".5"/>'
        stones += f'<ellipse cx="{x:.0f}" cy="{y + r * .12:.0f}" rx="{r:.0f}" ry="{r * .42:.0f}" fill="#7d7a72"/><ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{r:.0f}" ry="{r * .38:.0f}" fill="#bdb7a8"/>'
    egret = stroke("M640,500 v-46 M652,500 v-46", "#3b3b3b", 3) + shape("M610,462 q10,-50 56,-40 q34,8 28,44 q-40,14 -84,-4 Z", "#fff")
    egret += stroke("M680,440 q34,-30 12,-62 q-10,-16 8,-24", "#fff", 9) + shape("M702,350 l38,8 l-36,5 Z", "#e8a33a") + disc(702, 354, 8, "#fff") + disc(705, 353, 1.8, "#222")
    reeds = "".join(stroke(f"M{x},600 q{d},-70 {d * 2},{-110 - x % 40}", "#4f7d4b", 4) for x, d in ((800, 6), (822, -8), (846, 10), (868, -4), (890, 7), (778, -10)))
    reeds += "".join(box(x, y, 9, 34, "#7a4a2b", 'rx="4"') for x, y in ((806, 462), (800, 448), (860, 452)))
    return (sky("#bfe3e0", "#eef4dc", "#fbf2d0") + sun(170, 110, 40, "#fff1b8") + ridge(51, 220, 80, "#b7d3b5") + ridge(55, 280, 54, "#86b889", 1.3) + ridge(58, 326, 26, "#5d9a6a", 1.7)
            + water(340, "#9fd4cf", "#59a8a6", "#2f7f86") + ripples(6, 350, count=80) + stones + egret + reeds)


def viaduct():
    top, gap, wide = 236, 108, 84
    d = f"M-10,{top} H910 V560 H-10 Z " + " ".join(
        f"M{x},560 V{top + 66} A{wide / 2},{wide / 2} 0 0 1 {x + wide},{top + 66} V560 Z" for x in range(12, 900, gap))
    bridge = shape(d, "#b5856a", 'fill-rule="evenodd"') + box(-10, top - 8, 920, 12, "#8d634d")
    bridge += "".join(stroke(f"M{x},{top + 66} A{wide / 2},{wide / 2} 0 0 1 {x + wide},{top + 66}", "#93674f", 6) for x in range(12, 900, gap))
    train = "".join(box(x, top - 52, 96, 38, c, 'rx="5"') + "".join(box(x + 10 + 21 * i, top - 45, 14, 14, "#fbeecb", 'rx="2"') for i in range(4))
                    + disc(x + 20, top - 12, 7, "#333") + disc(x + 76, top - 12, 7, "#333") for x, c in ((250, "#2f6d62"), (352, "#2f6d62"), (454, "#2f6d62")))
    train += box(556, top - 44, 90, 30, "#2b2f38", 'rx="8"') + box(556, top - 62, 34, 48, "#2b2f38", 'rx="3"') + box(563, top - 55, 20, 15, "#fbeecb") + box(618, top - 70, 14, 28, "#2b2f38")
    train += "".join(disc(x, top - 12, 9, "#a33b2c") for x in (572, 600, 630)) + shape(f"M646,{top - 14} l18,8 h-24 Z", "#a33b2c")
    train += "".join(disc(x, y, r, "#fff", o) for x, y, r, o in ((620, 150, 15, .9), (592, 134, 20, .8), (556, 120, 25, .65), (510, 108, 30, .5), (456, 98, 34, .35)))
    chance = random.Random(9)
    trees = "".join(disc(chance.randint(0, 900), chance.randint(520, 610), chance.randint(16, 38), chance.choice(("#d98b3a", "#c25b32", "#e3b04b", "#8f9a4c"))) for _ in range(85))
    return (sky("#8fb8cf", "#e9dcc2", "#f8e6c4") + cloud(60, 60, 0.9) + ridge(61, 270, 80, "#c3b6a5") + ridge(66, 340, 70, "#d1a267", 1.2) + ridge(69, 430, 44, "#b9803f", 1.5)
            + bridge + train + trees)


def drawbridge():
    piers = "".join(box(x, 300, 74, 170, "#8f8377") + box(x - 7, 290, 88, 16, "#6f655b") + box(x + 12, 228, 50, 64, "#e8d8b8")
                    + shape(f"M{x + 3},230 L{x + 37},192 L{x + 71},230 Z", "#2d6a7b") + box(x + 28, 246, 18, 22, "#41525e") for x in (230, 596))
    deck = box(-10, 310, 245, 20, "#5b4a3f") + box(665, 310, 245, 20, "#5b4a3f")
    for x in list(range(0, 230, 22)) + list(range(676, 900, 22)):
        deck += stroke(f"M{x},310 v-24", "#5b4a3f", 3)
    deck += stroke("M-10,287 H230 M668,287 H910", "#5b4a3f", 4) + box(90, 330, 26, 140, "#8f8377") + box(785, 330, 26, 140, "#8f8377")
    leaves = "".join(f'<g transform="rotate({a} {x} 318)">{box(x, 310, 158, 15, "#c94f3d")}{"".join(box(x + 8 + 38 * i, 310, 18, 15, "#f6efe2") for i in range(4))}</g>' for x, a in ((300, -58), (600, -122)))
    town = "".join(house(x, x, 420, 58, 60 + x % 4 * 18, c, "#8a4b3a", "#dfeaf0") for x, c in zip(range(-10, 900, 66), ("#e9c9a3", "#d9a58c", "#f1e2bd", "#b9c7b0", "#e2b7a0") * 3))
    return (sky("#6fb3d6", "#c3e3ee", "#f2f3e4") + cloud(120, 70, 1) + cloud(640, 96, 0.8) + cloud(400, 40, 0.6) + f'<g opacity=".55">{town}</g>' + water(420, "#6fb0c0", "#3e8ba3", "#2a6a86")
            + mirrored(piers + deck, 470, 0.22) + leaves + ripples(7, 440, count=70) + boat(450, 500, 1.75, "#8a3324", "#fff6e4")
            + boat(120, 545, 0.9, "#2f5a7b") + birds((370, 120, 1), (520, 96, 0.8), (560, 150, 0.7), colour="#fff"))


def lantern_bridge():
    chance = random.Random(12)
    stars = "".join(disc(chance.randint(0, 900), chance.randint(0, 260), chance.uniform(0.7, 2.0), "#fff", round(chance.uniform(.4, 1), 2)) for _ in range(110))
    bridge = stroke("M-20,420 Q450,235 920,420", "#5b3540", 26) + stroke("M-20,388 Q450,203 920,388", "#8a4a4f", 6)
    lamps = glow = streaks = ""
    for i in range(13):
        t = (i + .5) / 13
        x, y = -20 + 940 * t, 420 * (1 - t) ** 2 + 470 * t * (1 - t) + 420 * t * t
        bridge += stroke(f"M{x:.0f},{y:.0f} v-62", "#8a4a4f", 5)
        colour = ("#ff7b45", "#ffb347", "#ff5a52")[i % 3]
        glow += disc(x, y - 78, 44, colour, .17) + disc(x, y - 78, 28, colour, .25)
        lamps += f'<ellipse cx="{x:.0f}" cy="{y - 78:.0f}" rx="16" ry="19" fill="{colour}"/><ellipse cx="{x:.0f}" cy="{y - 78:.0f}" rx="6" ry="18" fill="#ffe3a6" opacity=".75"/>'
        lamps += box(x - 8, y - 99, 16, 5, "#3b2026") + box(x - 8, y - 61, 16, 5, "#3b2026") + stroke(f"M{x:.0f},{y - 56:.0f} v12", "#ffcf70", 2)
        streaks += "".join(box(x - w / 2 + chance.randint(-5, 5), 462 + 19 * k, w, 6, colour, f'rx="3" opacity="{.65 - k * .075:.2f}"') for k, w in enumerate((34, 28, 40, 24, 32, 20, 14)))
    return (sky("#131a3a", "#2a2f63", "#6b4a7d") + stars + disc(720, 110, 90, "#fff4d0", .1) + disc(720, 110, 46, "#fff4d0") + disc(702, 100, 40, "#2a2f5c", .12)
            + ridge(71, 330, 70, "#2b2850") + ridge(76, 390, 40, "#1f1f42", 1.4) + water(440, "#3a3266", "#1c1f45", "#10142f") + glow + bridge + lamps + streaks
            + shape("M560,545 h120 l-18,20 h-84 Z", "#0c0f22") + disc(620, 528, 10, "#ffb347") + disc(620, 528, 30, "#ffb347", .25) + stroke("M620,518 v-16 q0,-6 -14,-6 v50", "#0c0f22", 3))


SCENES = {
    "bridge-moon-arch.jpg": moon_arch, "bridge-covered.jpg": covered_bridge, "bridge-fog.jpg": fog_suspension, "bridge-rope.jpg": rope_bridge,
    "bridge-stepping-stones.jpg": stepping_stones, "bridge-viaduct.jpg": viaduct, "bridge-drawbridge.jpg": drawbridge, "bridge-lanterns.jpg": lantern_bridge,
}
