#!/usr/bin/env python3
"""Cuts hkscs.txt: the characters of Hong Kong's supplement to Big5 that code page 950 lacks, by Python's codec (HKSCS-2004).

    python3 cut-hkscs.py > hkscs.txt

A line is a run of codes: the first code, a colon, the characters of that code and its followers in the order of Big5's trail bytes,
parted by spaces where one code is two characters.
"""
TRAILS = list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF))


def lacks(code):
    try:
        return 0xE000 <= ord(code.decode('cp950')) < 0xF900
    except UnicodeDecodeError:
        return True


print('# Made by cut-hkscs.py; not edited by hand.')
run, start = [], None
for lead in range(0x81, 0xFF):
    for trail in TRAILS:
        code = bytes([lead, trail])
        try:
            text = code.decode('big5hkscs') if lacks(code) else None
        except UnicodeDecodeError:
            text = None
        if text is None:
            if run:
                print(f'{start}:{" ".join(run)}')
            run = []
        else:
            start = code.hex() if not run else start
            run.append(text)
    if run:
        print(f'{start}:{" ".join(run)}')
    run = []
