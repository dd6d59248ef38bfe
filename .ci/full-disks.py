#!/usr/bin/env python3
"""Runs that are killed, and disks that are full: nothing lost, nothing left, nothing recorded that was not delivered.

    full-disks.py FOLDER COMMAND...      the folder is for this script alone; the command starts the app

Needs root on Linux for the disks, which are small file systems in memory, mounted for this process alone.
"""
import ctypes, http.server, os, random, shutil, signal, socketserver, sqlite3, struct, subprocess, sys, threading, time, zipfile, zlib

ITEMS, PICTURES = 12, 3
folder, app = os.path.abspath(sys.argv[1]), sys.argv[2:]
faults = []


def say(ok, what):
    print(("ok   " if ok else "FAIL ") + what, flush=True)
    if not ok:
        faults.append(what)


def png(number):
    """A picture of noise, about 50 kB, that no other number gives."""
    noise = random.Random(number)
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + noise.randbytes(130 * 3) for _ in range(130))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 130, 130, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Server(http.server.BaseHTTPRequestHandler):
    pictures = {}
    wait = 0.0

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.path == "/feed":
            here = f"http://127.0.0.1:{self.server.server_address[1]}"
            items = "".join(
                f"<item><title>Item {i}</title><guid>{here}/{i}</guid><description>&lt;p&gt;Words of {i}.&lt;/p&gt;"
                + "".join(f"&lt;img src=\"{here}/{i}-{n}.png\" width=\"600\" height=\"600\"&gt;" for n in range(PICTURES))
                + "</description></item>" for i in range(ITEMS))
            kind, body = "application/rss+xml", f"<rss version='2.0'><channel><title>Disks</title>{items}</channel></rss>".encode()
        else:
            time.sleep(Server.wait)
            if self.path not in self.pictures:
                self.pictures[self.path] = png(self.path)
            kind, body = "image/png", self.pictures[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("ETag", f'"{self.path}"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass


def serve():
    class Threads(socketserver.ThreadingTCPServer):
        allow_reuse_address = daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *_):
            pass
    server = Threads(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def path(*parts):
    return os.path.join(folder, *parts)


def start(name, temp=None, cache=None, out=None):
    for each in ("temp", "cache", "out"):
        os.makedirs(path(name, each), exist_ok=True)
    environment = dict(os.environ, TMPDIR=temp or path(name, "temp"), DOTNET_EnableDiagnostics="0")
    command = app + [f"http://127.0.0.1:{port}/feed", "--allow-host", "127.0.0.1", "--since", "last", "--state", path(name, "state"),
                     "--cache", cache or path(name, "cache"), "-o", out or path(name, "out", "book.epub")]
    return subprocess.Popen(command, env=environment, cwd=path(name), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def run(name, **places):
    process = start(name, **places)
    output = process.communicate(timeout=300)[0].decode("utf-8", "replace")
    return process.returncode, output


def recorded(name):
    if not os.path.exists(path(name, "state")):
        return 0
    with sqlite3.connect(f"file:{path(name, 'state')}?mode=ro", uri=True) as connection:
        try:
            return connection.execute("SELECT count(*) FROM delivered").fetchone()[0]
        except sqlite3.OperationalError:
            return 0


def is_whole(book):
    try:
        with zipfile.ZipFile(book) as z:
            return z.testzip() is None and sum(n.endswith(".png") for n in z.namelist()) >= ITEMS * PICTURES
    except (OSError, zipfile.BadZipFile):
        return False


def left(*places):
    found = []
    for place in places:
        for where, folders, files in os.walk(place):
            found += [os.path.join(where, n) for n in folders + files if n.startswith("feedbook-") or n.endswith(".part")]
    return found


def full(disk):
    libc = ctypes.CDLL(None, use_errno=True)
    os.makedirs(disk, exist_ok=True)
    if libc.mount(b"tmpfs", disk.encode(), b"tmpfs", 0, b"size=300k") != 0:
        raise OSError(ctypes.get_errno(), "mount")
    return lambda: libc.umount2(disk.encode(), 2)


def disks():
    for what in ("temp", "cache", "out"):
        name = "full-" + what
        os.makedirs(path(name), exist_ok=True)
        disk = path(name, "disk")
        free = full(disk)
        try:
            place = {what: os.path.join(disk, "book.epub") if what == "out" else disk}
            code, output = run(name, **place)
            if what == "cache":
                say(code == 0 and is_whole(path(name, "out", "book.epub")), f"a full disk for the cache costs nothing (exit {code})")
            else:
                say(code == 1 and recorded(name) == 0, f"a full disk for {what}: no book, and nothing is recorded (exit {code}, {recorded(name)} recorded)")
                say("room" in output or "space" in output, f"a full disk for {what} is named: {output.strip().splitlines()[-1:]}")
                say(not os.path.exists(os.path.join(disk, "book.epub")), f"a full disk for {what}: no half book")
            say(not left(disk, path(name)), f"a full disk for {what}: nothing is left {left(disk, path(name))}")
        finally:
            free()
        code, output = run(name)
        say((code == 4) if what == "cache" else (code == 0 and is_whole(path(name, "out", "book.epub")) and recorded(name) == ITEMS),
            f"the run after a full disk for {what} (exit {code}, {recorded(name)} recorded)")


def kills(times):
    name = "kills"
    Server.wait = 0.05
    began = time.monotonic()
    run(name)
    usual = time.monotonic() - began
    for each in ("state", "cache", "out"):
        shutil.rmtree(path(name, each), ignore_errors=True) if each != "state" else os.remove(path(name, each))
    delivered = 0
    for n in range(times):
        process = start(name)
        time.sleep(usual * (0.1 + n / times))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if recorded(name) > 0:
            # It was done before it was killed: what it recorded is in its place.
            delivered += 1
            say(is_whole(path(name, "out", "book.epub")), f"kill {n}: what is recorded was delivered")
            os.remove(path(name, "state"))
    code, _ = run(name)
    say(code == 0 and is_whole(path(name, "out", "book.epub")) and recorded(name) == ITEMS, f"the run after {times} kills, of which {delivered} came too late (exit {code})")
    say(not left(path(name)), f"nothing is left of killed runs {left(path(name))}")
    say(run(name)[0] == 4, "nothing is new after that")


os.makedirs(folder, exist_ok=True)
port = serve()
kills(int(os.environ.get("KILLS", "20")))
if sys.platform == "linux" and os.geteuid() == 0 and ctypes.CDLL(None).unshare(0x20000) == 0:  # a mount table of its own (CLONE_NEWNS)
    ctypes.CDLL(None).mount(b"none", b"/", None, 0x4000 | 0x40000, None)  # what is mounted here stays here (MS_REC | MS_PRIVATE)
    Server.wait = 0.0
    disks()
else:
    print("skipped: full disks need root on Linux")
sys.exit(1 if faults else 0)
