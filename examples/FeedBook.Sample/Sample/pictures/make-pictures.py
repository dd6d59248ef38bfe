#!/usr/bin/env python3
"""Draws the sample's pictures: each scene is an SVG made here, rendered by headless Chromium on one
tall sheet, then cut and packed by ImageMagick. Same script, same pictures (all chance is seeded).

    python3 make-pictures.py [scratch folder [name ...]]

Needs chromium and convert; only whoever changes a picture runs it, never the build.
"""
import pathlib
import subprocess
import sys
import tempfile

from bridges import SCENES as BRIDGES
from pieces import H, W
from scenes import SCENES as OTHERS

HERE = pathlib.Path(__file__).resolve().parent


def main():
    scenes = {**{n: (W, H, f) for n, f in BRIDGES.items()}, **OTHERS}
    wanted = [n for n in scenes if len(sys.argv) < 3 or n in sys.argv[2:]]
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    page, places, y = "", {}, 0
    for name in wanted:
        w, h, draw = scenes[name]
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{draw()}</svg>'
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        page += f'<img src="{name}.svg" style="position:absolute;left:0;top:{y}px">'
        places[name], y = (w, h, y), y + h
    (folder / "sheet.html").write_text(f'<body style="margin:0">{page}</body>', encoding="utf-8")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", f"--user-data-dir={folder / 'profile'}",
                    f"--window-size={W},{y}", f"--screenshot={folder / 'sheet.png'}", (folder / "sheet.html").as_uri()],
                   check=True, stderr=subprocess.DEVNULL)
    for name, (w, h, top) in places.items():
        packing = ["-colors", "64", "-define", "png:compression-level=9"] if name.endswith(".png") else ["-quality", "78", "-sampling-factor", "2x2"]
        subprocess.run(["convert", str(folder / "sheet.png"), "-crop", f"{w}x{h}+0+{top}", "+repage", "-strip", *packing, str(HERE / name)], check=True)
        print(f"{name}  {w}×{h}  {(HERE / name).stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    main()
