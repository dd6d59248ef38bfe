#!/usr/bin/env python3
"""Packs TeX's hyphenation patterns, each file as it is, headers and licence included, into Patterns/*.tex.br, and writes Patterns/README.md.

Source: Debian's texlive-base and texlive-lang-* packages (hyph-utf8). Needs apt, dpkg-deb and Debian's python3-brotli.
Run: fetch-patterns.py [FOLDER WITH usr/share/texlive]; without it, the packages are fetched.
Left out: what only the GPL or the LGPL covers (Czech, Slovak, Indonesian, Macedonian, Armenian, Latvian, a Serbian set), old spellings, and
scripts whose words are not divided with a hyphen (Thai, Ethiopic).
"""
import glob, os, re, subprocess, sys, tempfile
import brotli

here = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = ('af as be bg bn ca cop cu cy da de-1996 el-monoton el-polyton en-gb en-us eo es et eu fi fr fur ga gl grc gu hi hr hsb hu ia is it ka kmr '
             'kn la lt ml mn-cyrl mr nl no oc or pa pi pl pms pt rm ro ru sa sh-cyrl sh-latn sl sv ta te tk tr uk').split()
PACKAGES = ('base', 'lang-english', 'lang-german', 'lang-french', 'lang-spanish', 'lang-cyrillic', 'lang-italian', 'lang-portuguese', 'lang-european', 'lang-polish',
            'lang-greek', 'lang-other')
# Files that name no licence in a word of their own.
WORDS = {'bg': 'use, copying, modification and sale permitted, notice kept', 'eu': 'Unicode licence', 'en-us': 'copying and modification permitted, notice kept',
         'fi': 'free distribution permitted', 'no': 'copying and modification permitted, notice kept', 'sa': 'use, copying, modification and distribution permitted',
         'ro': 'LPPL (as part of TeX)', 'hu': 'MPL 1.1 (or GPL, LGPL)', 'ga': 'MIT (or GPL)'}


def folder():
    if len(sys.argv) > 1:
        return sys.argv[1]
    work = tempfile.mkdtemp()
    subprocess.run(['apt-get', 'download', '-qq'] + ['texlive-' + p for p in PACKAGES], cwd=work, check=True)
    for package in glob.glob(work + '/*.deb'):
        subprocess.run(f"dpkg-deb --fsys-tarfile '{package}' | tar x -C '{work}' --wildcards '*hyph-utf8/patterns/tex/*' 2>/dev/null || true", shell=True, check=True)
    return work


def field(head, name):
    found = re.search(rf'^%\s*{name}:\s*(.+)$', head, re.M)
    return found.group(1).strip() if found else ''


source = folder() + '/usr/share/texlive/texmf-dist/tex/generic/hyph-utf8/patterns/tex/hyph-'
rows = []
for tag in LANGUAGES:
    data = open(f'{source}{tag}.tex', 'rb').read()
    head = data.decode()[:6000]
    licence = WORDS.get(tag)
    if licence is None:
        names = re.findall(r'^%\s*(?:-\s*)?(?:name|text):\s*((?:MIT|LPPL|BSD|LGPL|GPL|MPL)[^\n]*)$', head, re.M)
        assert any(re.match('MIT|LPPL|BSD|MPL', n) for n in names), tag
        licence = ' or '.join(dict.fromkeys(n.strip() for n in names))
    authors = ', '.join(dict.fromkeys(a.strip() for a in re.findall(r'^%\s*(?:-\s*)?name:\s*([^\n]+)$', head, re.M)[1:]
                                      if not re.match('MIT|LPPL|BSD|LGPL|GPL|MPL', a))) or field(head, 'copyright').replace('Copyright (C) ', '')
    authors = 'Stephan Hennig, Werner Lemberg, Günter Milde and others' if tag == 'de-1996' else authors
    language = field(head, 'title').replace('Hyphenation patterns for ', '')
    rows.append(f'| hyph-{tag} | {language} | {authors} | {licence} |')
    open(f'{here}/Patterns/hyph-{tag}.tex.br', 'wb').write(brotli.compress(data, quality=11, lgwin=24))
open(f'{here}/Patterns/README.md', 'w').write(f'''# Hyphenation patterns

Each `*.tex.br` is a file of TeX's hyph-utf8 collection, unchanged (headers, authors and licence included), compressed with Brotli
by `../fetch-patterns.py`, which wrote this table too; `brotli -dc FILE` shows one. Source: Debian's packages `texlive-base` and
`texlive-lang-*`, 2022.20230122.

| file | language | authors | licence |
|---|---|---|---|
{chr(10).join(rows)}

Czech, Slovak, Indonesian, Macedonian, Armenian and Latvian are left out: their patterns are under the GPL or the LGPL alone.
''')
print(len(rows), 'languages,', sum(os.path.getsize(f) for f in glob.glob(here + '/Patterns/*.br')), 'bytes')
