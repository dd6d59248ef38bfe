"""The figures of compare-books.sh: `note RUN.json PROGRAM BOOK` prints a run on one line, `table RESULTS FORMAT ITEMS` the medians and ratios."""
import json, os, statistics, sys


def note(run, program, book):
    run = json.load(open(run))
    size = os.path.getsize(book) if os.path.exists(book) else 0
    peak = max(run['time_v_maxrss_mb'], run['tree_pss_mb'])
    print(json.dumps(dict(program=program, ok=run['rc'] == 0 and size > 0, wall=run['wall'], cpu=run['user'] + run['sys'], user=run['user'], peak=peak, size=size, load=run['load'])))


def table(results, format, items):
    rows = [json.loads(line) for line in open(results)]
    programs = list(dict.fromkeys(row['program'] for row in rows))

    def of(program, key):
        good = [row[key] for row in rows if row['program'] == program and row['ok']]
        return statistics.median(good) if good else None

    rounds = max(sum(row['program'] == program for row in rows) for program in programs)
    print(f'\n{items} items, {format.upper()}, medians of {rounds} runs\n')
    print("| program | wall s | CPU s | of it user s | peak MB | book MB | CPU, times FeedBook's | memory, times FeedBook's |\n|---|--:|--:|--:|--:|--:|--:|--:|")
    for program in programs:
        if of(program, 'cpu') is None:
            print(f'| {program} | failed | | | | | | |')
            continue
        ratio = {key: f"{of(program, key) / of('feedbook', key):.2f}" if of('feedbook', key) else '' for key in ('cpu', 'peak')}
        print(f"| {program} | {of(program, 'wall'):.2f} | {of(program, 'cpu'):.2f} | {of(program, 'user'):.2f} | {of(program, 'peak'):.0f} | {of(program, 'size') / 1e6:.1f} | {ratio['cpu']} | {ratio['peak']} |")
    if of('feedbook', 'cpu') is None:
        sys.exit('FeedBook did not run, or failed')
    peers = [of(program, 'cpu') for program in programs if program not in ('feedbook', 'floor') and of(program, 'cpu')]
    if of('floor', 'cpu') if 'floor' in programs else None:
        print(f"\nFeedBook takes {of('feedbook', 'cpu') / of('floor', 'cpu'):.2f} times the floor's CPU")
    if peers:
        print(f"\nthe leanest peer takes {min(peers) / of('feedbook', 'cpu'):.2f} times FeedBook's CPU")
    elif len(programs) > 2:
        sys.exit('no peer ran')


{'note': note, 'table': table}[sys.argv[1]](*sys.argv[2:])
