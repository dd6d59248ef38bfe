"""What a book costs whose items' pages are fetched, beside the same items with their whole text in the feed.

usage: compare-full-text.py APP [ROUNDS]

A site on loopback has 100 items of some 800 words and three pictures. Each round makes both books by the published app, in turns; the
processor time of each process is what counts. Both books must have the same chapters: the same articles were read.
"""
import hashlib
import http.server
import os
import random
import re
import resource
import struct
import subprocess
import sys
import tempfile
import threading
import zipfile
import zlib

ITEMS, PARTS, PARAGRAPHS, WORDS_EACH = 100, 3, 4, 66
WORDS = ("harbour winter ferry keys pilot north cold sea year letter city street number of the and to in a that it was for on with as by "
         "from at this which were are had they not have their been has its").split()


def paragraph(chance):
    words = " ".join(chance.choice(WORDS) for _ in range(WORDS_EACH)).capitalize()
    return f"<p>{words}, as was said before, and then more.</p>"


def article(number, chance):
    return "".join(
        f'<figure><img src="/p/{number}-{part}.png" width="600" height="400"><figcaption>Caption {part} of {number}. Photo: R. Roe'
        "</figcaption></figure>" + "".join(paragraph(chance) for _ in range(PARAGRAPHS)) for part in range(PARTS))


def page(number, text):
    links = "".join(f'<li><a href="/t/{topic}">Topic {topic}</a></li>' for topic in range(40))
    return (f'<!DOCTYPE html><html lang="en"><head><title>Story {number} | Site</title></head><body><header><a href="/">Site</a><nav><ul>'
            f"{links}</ul></nav></header><main><article><h1>Story {number}</h1>{text}</article><aside><h2>Related</h2><ul>{links}</ul>"
            f"</aside></main><footer><ul>{links}</ul></footer></body></html>").encode()


def picture(number):
    width, height = 600, 400

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(((x * number) ^ (y * 7)) & 255 for x in range(width)) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


class Site(http.server.ThreadingHTTPServer):
    def __init__(self):
        chance = random.Random(7)
        self.articles = [article(number, chance) for number in range(ITEMS)]
        self.pages = [page(number, text) for number, text in enumerate(self.articles)]
        self.pictures = [picture(number) for number in range(1, 6)]
        super().__init__(("127.0.0.1", 0), Answer)
        self.root = f"http://127.0.0.1:{self.server_port}"
        self.feeds = {"/whole": self.feed(lambda number: self.articles[number]), "/summaries": self.feed(lambda _: "A word of it…")}

    def feed(self, text):
        items = "".join(
            f"<item><title>Story {number}</title><guid>s{number}</guid><link>{self.root}/s/{number}</link>"
            f"<description><![CDATA[{text(number)}]]></description></item>" for number in range(ITEMS))
        return (f'<?xml version="1.0"?><rss version="2.0"><channel><title>Site</title><link>{self.root}/</link>{items}'
                "</channel></rss>").encode()


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        site = self.server
        if self.path in site.feeds:
            body, kind = site.feeds[self.path], "application/rss+xml"
        elif self.path.startswith("/s/"):
            body, kind = site.pages[int(self.path[3:])], "text/html; charset=utf-8"
        elif self.path.startswith("/p/"):
            body, kind = site.pictures[zlib.crc32(self.path.encode()) % 5], "image/png"
        else:
            body, kind = b"", None
        self.send_response(200 if kind else 404)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def run(app, address, choice, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([app, "build", address, "--full-text", choice, "--allow-host", "127.0.0.1", "--quiet", "-o", path], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def chapters(path):
    with zipfile.ZipFile(path) as book:
        names = sorted(name for name in book.namelist() if re.fullmatch(r"EPUB/c\d+\.xhtml", name))
        texts = [re.sub(r' href="[^"]*"', "", book.read(name).decode()) for name in names]
    assert len(texts) == ITEMS, f"{len(texts)} chapters"
    return hashlib.sha256("".join(texts).encode()).hexdigest()


def main():
    app, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    site = Site()
    threading.Thread(target=site.serve_forever, daemon=True).start()
    least = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            hashes = set()
            for kind, choice in (("whole", "never"), ("summaries", "auto")):
                path = os.path.join(folder, kind + ".epub")
                least[kind] = min(least.get(kind, 1e9), run(app, f"{site.root}/{kind}", choice, path))
                hashes.add(chapters(path))
            if len(hashes) != 1:
                sys.exit("The two books do not have the same chapters.")
    print(f"whole text in the feed: {least['whole']:.2f} s of processor; pages fetched: {least['summaries']:.2f} s; "
          f"{least['summaries'] / least['whole']:.2f} times as much")


main()
