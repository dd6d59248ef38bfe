#!/usr/bin/env python3
"""Packs the word lists by which Thai, Lao, Khmer and Burmese text is broken into words: Lists/*.words.br.

Source: ICU's dictionaries, as Debian's source package icu (72.1-3+deb12u1) has them in source/data/in/icudt72l.dat; licences in
Lists/ICU-LICENSE.txt. Needs Debian's icu-devtools (icupkg) and python3-brotli, and deb-src lines for apt.
Run: cut-words.py [FOLDER WITH icudt72l.dat AND LICENSE]; without it, the source is fetched.
Each list is UTF-8, a word a line, sorted by UTF-16 units. The same source gives the same bytes.
"""
import glob, os, shutil, struct, subprocess, sys, tempfile
import brotli

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()


def source():
    if len(sys.argv) > 1:
        return sys.argv[1]
    subprocess.run(['apt-get', 'source', '-qq', '--download-only', 'icu=72.1-3+deb12u1'], cwd=work, check=True)
    subprocess.run(['tar', 'xzf', glob.glob(work + '/icu_*.orig.tar.gz')[0], '--strip-components=1', '--wildcards', '*/source/data/in/icudt72l.dat', 'icu/LICENSE'],
                   cwd=work, check=True)
    shutil.move(work + '/source/data/in/icudt72l.dat', work)
    return work


class Trie:
    """The words of a dictionary file (ICU: common/dictionarydata.h, common/bytestrie.h)."""

    def __init__(self, data):
        head = struct.unpack_from('<H', data)[0]
        start, _, _, _, kind, transform = struct.unpack_from('<6i', data, head)
        assert kind & 7 == 0 and transform & 0x7F000000 == 0x1000000, 'a trie of bytes, each an offset to one letter'
        self.b, self.offset, self.words = data[head + start:], transform & 0x1FFFFF, []
        self.node(0, b'')

    def emit(self, prefix):
        self.words.append(''.join({0xFF: '\u200D', 0xFE: '\u200C'}.get(c) or chr(self.offset + c) for c in prefix))

    def value(self, lead, pos):
        lead >>= 1
        if lead < 0x51:
            return lead - 0x10, pos
        if lead < 0x6C:
            return (lead - 0x51) << 8 | self.b[pos], pos + 1
        if lead < 0x7E:
            return (lead - 0x6C) << 16 | int.from_bytes(self.b[pos:pos + 2], 'big'), pos + 2
        n = 3 if lead == 0x7E else 4
        return int.from_bytes(self.b[pos:pos + n], 'big'), pos + n

    def delta(self, pos):
        d, pos = self.b[pos], pos + 1
        if d < 0xC0:
            return d, pos
        if d < 0xF0:
            return (d - 0xC0) << 8 | self.b[pos], pos + 1
        if d < 0xFE:
            return (d - 0xF0) << 16 | int.from_bytes(self.b[pos:pos + 2], 'big'), pos + 2
        n = 3 if d == 0xFE else 4
        return int.from_bytes(self.b[pos:pos + n], 'big'), pos + n

    def node(self, pos, prefix):
        while True:
            lead, pos = self.b[pos], pos + 1
            if lead >= 0x20:
                _, pos = self.value(lead, pos)
                self.emit(prefix)
                if lead & 1:
                    return
            elif lead >= 0x10:
                prefix, pos = prefix + self.b[pos:pos + lead - 15], pos + lead - 15
            else:
                length = lead
                if length == 0:
                    length, pos = self.b[pos], pos + 1
                return self.branch(pos, length + 1, prefix)

    def branch(self, pos, length, prefix):
        while length > 5:
            d, after = self.delta(pos + 1)
            self.branch(after + d, length >> 1, prefix)
            pos, length = after, length - (length >> 1)
        for _ in range(length - 1):
            letter, lead = self.b[pos:pos + 1], self.b[pos + 1]
            jump, pos = self.value(lead, pos + 2)
            if lead & 1:
                self.emit(prefix + letter)
            else:
                self.node(pos + jump, prefix + letter)
        self.node(pos + 1, prefix + self.b[pos:pos + 1])


sys.setrecursionlimit(10000)
folder = source()
subprocess.run(['/usr/sbin/icupkg', '-d', work, '-x', '*dict.dict', folder + '/icudt72l.dat'], check=True)
shutil.copy(folder + '/LICENSE', here + '/Lists/ICU-LICENSE.txt')
for name, language in (('thaidict', 'th'), ('laodict', 'lo'), ('khmerdict', 'km'), ('burmesedict', 'my')):
    words = sorted(set(Trie(open(f'{work}/brkitr/{name}.dict', 'rb').read()).words), key=lambda w: w.encode('utf-16-be'))
    words = [w for w in words if len(w) > 1]
    packed = brotli.compress('\n'.join(words).encode(), quality=11, lgwin=24)
    open(f'{here}/Lists/{language}.words.br', 'wb').write(packed)
    print(language, len(words), 'words,', len(packed), 'bytes;', ' '.join(words[::len(words) // 6]))
shutil.rmtree(work)
