#!/usr/bin/env python3
"""Writes dates.txt: how each language writes a day in a byline.

Source: the long dates of Unicode CLDR, Gregorian calendar, from Debian's package unicode-cldr-core (41-0.1), under the licence in
CLDR-LICENSE.txt. Run: cut-dates.py [/usr/share/unicode/cldr/common]; without it, the package is fetched.
A line has a language tag, the pattern (d, dd, M, MM, y, MMMM; other letters are quoted), the months as they stand in a date (parted by '|'; empty
where the pattern has none), and the digits 0 to 9 where they are not the European ones. A tag with a region or script is listed only
where it differs from its language; 'en' is English as most of the world writes it. Only what CLDR's reviewers have approved or contributed is taken.
"""
import os, subprocess, sys, tempfile
import xml.etree.ElementTree as xml

here = os.path.dirname(os.path.abspath(__file__))
if len(sys.argv) > 1:
    common = sys.argv[1]
else:
    work = tempfile.mkdtemp()
    subprocess.run('apt-get download -qq unicode-cldr-core=41-0.1 && dpkg-deb -x unicode-cldr-core_*.deb .', shell=True, cwd=work, check=True)
    common = work + '/usr/share/unicode/cldr/common'

digits = {e.get('id'): e.get('digits') for e in xml.parse(common + '/supplemental/numberingSystems.xml').iter('numberingSystem') if e.get('digits')}
parents = {}
for e in xml.parse(common + '/supplemental/supplementalData.xml').iter('parentLocale'):
    for child in e.get('locales').split():
        parents[child] = e.get('parent')
OPEN = (None, 'approved', 'contributed', 'provisional')
files = {}


def facts(locale):
    """What a locale itself says: (pattern, months, era, digits), None where it is silent."""
    if locale in files:
        return files[locale]
    path = f'{common}/main/{locale}.xml'
    pattern, months, era, numbers = None, {}, None, None
    if os.path.exists(path):
        root = xml.parse(path).getroot()
        calendar = root.find("dates/calendars/calendar[@type='gregorian']")
        if calendar is not None:
            p = calendar.find("dateFormats/dateFormatLength[@type='long']/dateFormat/pattern")
            pattern = p.text if p is not None and p.get('draft') in OPEN else None
            for m in calendar.findall("months/monthContext[@type='format']/monthWidth[@type='wide']/month"):
                if m.get('yeartype') is None and m.get('draft') in OPEN:
                    months[int(m.get('type'))] = m.text
            e = calendar.find("eras/eraAbbr/era[@type='1']")
            era = e.text if e is not None else None
        n = root.find('numbers/defaultNumberingSystem')
        numbers = n.text if n is not None and not n.get('alt') else None
    files[locale] = (pattern, months, era, numbers)
    return files[locale]


def whole(locale):
    pattern, months, era, numbers = None, {}, None, None
    at = locale
    while at and at != 'root':
        p, m, e, n = facts(at)
        pattern, era, numbers = pattern or p, era or e, numbers or n
        months = {**m, **months}
        at = parents.get(at) or (at.rpartition('_')[0] if '_' in at else None)
    if not pattern:
        return None
    out, i, wants = '', 0, False
    while i < len(pattern):
        c = pattern[i]
        if c == "'":
            end = pattern.index("'", i + 1)
            out += pattern[i:end + 1] if end > i + 1 else "''"
            i = end + 1
            continue
        if not ('a' <= c <= 'z' or 'A' <= c <= 'Z'):
            out, i = out + c, i + 1
            continue
        n = len(pattern[i:]) - len(pattern[i:].lstrip(c))
        field, i = c * n, i + n
        if c in 'ML' and n > 2:
            out, wants = out + 'MMMM', True
        elif field in ('d', 'dd', 'M', 'MM', 'y'):
            out += field
        elif c == 'L':
            out += 'M' * n
        elif c == 'G' and era:
            out += "'" + era.replace("'", "''") + "'"
        else:
            return None
    if wants and len(months) != 12:
        return None
    if locale == 'eu':
        # CLDR 41 has the months in one case and the pattern's ending for another.
        months = {k: m.removesuffix('k') for k, m in months.items()}
    return out, '|'.join(months[k] for k in range(1, 13)) if wants else '', digits.get(numbers, '') if numbers not in (None, 'latn') else ''


# Where English is not said to be America's, it is the world's.
lines, kept = [], {'en': whole('en_001')}
lines.append('\t'.join(('en',) + kept['en']))
for name in sorted(f[:-4] for f in os.listdir(common + '/main')):
    if name in ('root', 'en', 'en_001') or any(len(p) > 4 for p in name.split('_')[1:]):
        continue
    found = whole(name)
    if not found:
        continue
    tag, parts = name.replace('_', '-'), name.split('_')
    near = next((kept[t] for t in ['-'.join(parts[:k]) for k in range(len(parts) - 1, 0, -1)] if t in kept), None)
    if found != near:
        kept[tag] = found
        lines.append('\t'.join((tag,) + found))
with open(here + '/dates.txt', 'w', encoding='utf-8') as f:
    f.write('\n'.join(lines) + '\n')
print(len(lines), 'lines,', len({l.split('\t')[0].split('-')[0] for l in lines}), 'languages,', os.path.getsize(here + '/dates.txt'), 'bytes')
