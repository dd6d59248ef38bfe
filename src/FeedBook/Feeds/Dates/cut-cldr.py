#!/usr/bin/env python3
"""Cuts date-names.txt out of CLDR's JSON packages (Unicode-3.0): month and day names, day periods and the order of short dates.

    npm pack cldr-dates-full@48.2.0 cldr-core@48.2.0 cldr-cal-persian-full@46.1.0     and unpack each into a folder of its name
    python3 cut-cldr.py FOLDER > date-names.txt

A line is one language: tag, order of a short date, calendar, twelve months, seven days (Sunday first), 'am', 'pm'; fields are parted
by tabs, months and days by '|', the forms of one by ','. Region tags stand only where their order is not their language's.
A '+' after the tag: CLDR covers the language well (its level is 'modern'); names of the others never overrule theirs.
"""
import json
import os
import re
import sys
import unicodedata

# Forms that web programs write and CLDR does not have: short forms of older systems, without accents, in other cases.
MORE = {
    'en': ['janu', 'febr', '', '', '', '', '', '', 'sept septem', 'octo', 'novem', 'decem'],
    'de': ['jän', '', 'mär mrz maerz', '', '', 'juno', '', '', '', '', '', ''],
    'fr': ['', 'fevrier fév', '', '', '', 'jui', '', 'aout aou', '', '', '', 'decembre'],
    'es': ['', '', '', '', '', '', '', '', 'set setiembre', '', '', ''],
    'it': ['genn', 'febbr', '', '', 'magg', 'giugn', 'luglio', '', 'sett', '', '', ''],
    'pt': ['', '', 'marco', '', '', '', '', '', '', '', '', ''],
    'fi': ['tammi', 'helmi', 'maalis', 'huhti', 'touko', 'kesä', 'heinä', 'elo', 'syys', 'loka lok', 'marras', 'joulu'],
    'hu': ['', 'feb', 'már', '', '', 'junius', '', '', 'szep', '', '', ''],
    'id': ['', '', '', '', '', '', '', 'agt agu', '', '', 'nop', ''],
    'sr': ['', '', '', '', '', '', '', '', 'сеп sep', '', '', ''],
    'ca': ['gen', 'feb', '', 'abr', '', '', '', 'ago', '', '', '', 'desembre'],
    'ru': ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
    'uk': ['', '', '', 'кві', '', '', '', '', '', '', '', ''],
    'el': ['', '', 'μαρ', '', 'μαι μαϊ', 'ιον ιουν', 'ιολ ιουλ', 'αυγ', 'σεπ', '', 'νοε', ''],
    'he': ['', '', 'מרץ מרס', '', '', '', '', '', '', '', '', ''],
    'ar': ['جانفي', 'فيفري', '', 'أفريل ابريل', 'ماي', 'جوان', 'جويلية يوليه', 'أوت اغسطس', '', 'اكتوبر', '', ''],
    'th': ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค'],
}
DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']


def folded(name):
    """Lower case without full stops at the ends of words; hyphens and apostrophes part words."""
    name = ''.join(c for c in unicodedata.normalize('NFC', name.lower().replace('·', '')) if unicodedata.category(c) != 'Cf').replace('i\u0307', 'i')
    words = [word.strip('.').strip() for word in re.split(r"[\s\-'’ʼ\u00a0\u202f]+", name)]
    return ' '.join(word for word in words if word)


def usable(name):
    return name and not any(c.isdigit() for c in name) and ',' not in name and '|' not in name and len(name) > 1


def gather(table, keys, widths, into):
    for context in ('format', 'stand-alone'):
        for width in widths:
            for key, value in table.get(context, {}).get(width, {}).items():
                if key not in keys:
                    continue
                name = folded(value)
                name = re.sub(r'^(de|d|dhen|am|an) (?=\w)', '', name)
                if usable(name):
                    into[keys.index(key)].setdefault(name)


def markers(table):
    """The word before the number, where months are numbered ('tháng 8')."""
    found = {}
    for context in table.values():
        for width in ('wide', 'abbreviated'):
            names = [unicodedata.normalize('NFC', context.get(width, {}).get(str(m), '')).lower() for m in range(1, 13)]
            words = {re.sub(r'\s*\d+$', '', unicodedata.normalize('NFKC', name)) for name in names if re.search(r'\d+$', name)}
            if len(words) == 1 and all(re.search(r'\d+$', name) for name in names):
                word = words.pop().strip()
                if len(word) > 1:
                    found.setdefault(word)
    return list(found)


def order(calendar):
    pattern = calendar['dateFormats']['short']
    pattern = pattern if isinstance(pattern, str) else pattern['_value']
    letters = re.sub(r"'[^']*'", '', pattern)
    return ''.join(sorted('dmy', key=lambda c: letters.lower().replace('l', 'm').find(c)))


def main(folder):
    def package(name):
        return os.path.join(folder, next(d for d in sorted(os.listdir(folder)) if d.startswith(name) and os.path.isdir(os.path.join(folder, d))), 'package')

    dates = os.path.join(package('cldr-dates-full'), 'main')
    persian = os.path.join(package('cldr-cal-persian-full'), 'main')
    levels = json.load(open(os.path.join(package('cldr-core'), 'coverageLevels.json')))['effectiveCoverageLevels']
    well = {tag.split('-')[0] for tag, level in levels.items() if level == 'modern'}
    languages, regions = {}, {}
    for locale in sorted(os.listdir(dates), key=lambda tag: (tag.count('-'), tag)):
        calendar = json.load(open(os.path.join(dates, locale, 'ca-gregorian.json')))['main'][locale]['dates']['calendars']['gregorian']
        language = locale.split('-')[0]
        if language == 'und':
            continue
        made = languages.setdefault(language, {'order': order(calendar), 'months': [{} for _ in range(12)], 'days': [{} for _ in range(7)],
                                               'am': {}, 'pm': {}, 'marks': {}})
        gather(calendar['months'], [str(m) for m in range(1, 13)], ('wide', 'abbreviated'), made['months'])
        gather(calendar['days'], DAYS, ('wide', 'abbreviated', 'short'), made['days'])
        made['marks'].update(dict.fromkeys(markers(calendar['months'])))
        for half in ('am', 'pm'):
            for context in calendar['dayPeriods'].values():
                for width in ('wide', 'abbreviated'):
                    name = folded(context.get(width, {}).get(half, ''))
                    if usable(name):
                        made[half].setdefault(name)
        if re.fullmatch(r'[a-z]+-[A-Z]{2}', locale) and order(calendar) != made['order']:
            regions[locale] = order(calendar)
    for language, lists in MORE.items():
        for month, words in enumerate(lists):
            for word in words.split():
                languages[language]['months'][month].setdefault(word)
    print('# From CLDR 48.2 (Unicode-3.0, Text/CLDR-LICENSE.txt), by cut-cldr.py; not edited by hand.')
    for language in sorted(languages):
        made = languages[language]
        write(language + ('+' if language in well else ''), made['order'], 'gregorian', made['months'], made['days'], made['am'], made['pm'], made['marks'])
    for tag in sorted(regions):
        print(f'{tag}\t{regions[tag]}')
    for locale in ('en', 'fa', 'ps', 'ckb', 'uz-Arab', 'tg'):
        path = os.path.join(persian, locale, 'ca-persian.json')
        if os.path.exists(path):
            calendar = json.load(open(path))['main'][locale]['dates']['calendars']['persian']
            months = [{} for _ in range(12)]
            gather(calendar['months'], [str(m) for m in range(1, 13)], ('wide',), months)
            if any(months):
                write(locale.split('-')[0] + '+', 'ymd', 'persian', months, [{}] * 7, {}, {}, {})


def write(tag, order_, calendar, months, days, am, pm, marks):
    # A form that one language gives to two months tells neither.
    every = [name for month in months for name in month]
    months = [[name for name in month if every.count(name) == 1] for month in months]
    print('\t'.join([tag, order_, calendar, '|'.join(','.join(m) for m in months), '|'.join(','.join(d) for d in days), ','.join(am), ','.join(pm), ','.join(marks)]))


if __name__ == '__main__':
    main(sys.argv[1])
