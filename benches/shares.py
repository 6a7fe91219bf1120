#!/usr/bin/env python3
"""Shows which shares of a run are not typesetting. For Linux, with `perf`.

    cargo build --release
    python3 benches/shares.py target/release/drieluik

1. Start-up: the processor time of a run that makes one easy-read document, and of one that makes
   eleven. Ten more tell what a warm document costs; the rest is start-up, fonts and all.
2. Overhead: `perf` looks 299 times a second at what a run over all kinds of documents is doing.
   What is below typst's compile and export counts as typesetting, all other work as overhead.
   Where the system can't tell who asked for it (copying memory, mostly), it counts for neither.
"""

import argparse
import collections
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

# What a frame of the stack says of the work, in the order in which it is looked for.
KINDS = (
    ("typesetting", ("typst", "krilla", "comemo", "Typesetter")),
    ("photos", ("photo", "jpeg_encoder", "fast_image_resize", "zune_jpeg")),
    ("reading and checking", ("Desk::plan", "check::", "rendition::", "dossier::")),
    ("start-up", ("Desk::open", "office::", "lexicon")),
)


def processor_time(command):
    """Seconds of the processor that a command and its children use."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode not in (0, 1):
        sys.exit(f"{command[0]}: {ended.stderr.strip()[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def start_up(render, clients, rounds):
    """Seconds of start-up, and of one warm easy-read document."""
    one, more = clients[:1], clients[:11]
    command = [*render, "--only", "easy-read"]
    took = [(processor_time([*command, *one]), processor_time([*command, *more])) for _ in range(rounds)]
    # The first of the eleven costs what it costs alone.
    warm = statistics.median((many - single) / (len(more) - 1) for single, many in took)
    first = statistics.median(single for single, _ in took)
    return first - warm, warm


def samples(render, clients, folder):
    """How often each kind of work was seen."""
    data = folder / "perf.data"
    record = ["perf", "record", "-F", "299", "-e", "cpu-clock", "--call-graph", "dwarf,24576", "-o", data]
    subprocess.run([*record, *render, *clients], capture_output=True, check=True)
    script = ["perf", "script", "-i", data, "-F", "comm,pid,ip,sym"]
    told = subprocess.run(script, capture_output=True, text=True, errors="replace", check=True).stdout
    stacks = [stack.split("\n") for stack in told.strip().split("\n\n")]
    # The run itself began first; those that it started work for it.
    run = min(int(stack[0].split()[-1]) for stack in stacks)
    seen = collections.Counter()
    for head, *frames in stacks:
        stack = "\n".join(frames)
        kinds = (kind for kind, signs in KINDS if any(sign in stack for sign in signs))
        kind = "handing out and publishing" if int(head.split()[-1]) == run else next(kinds, "unknown")
        seen[kind] += 1
    return seen


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drieluik", type=Path, help="the program, with its symbols")
    parser.add_argument("--clients", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    program = str(options.drieluik.resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        init = ["init", str(folder / "org"), "--clients", str(options.clients), "--seed", "1"]
        subprocess.run([program, *init, "--date", "2026-11-22"], check=True, capture_output=True)
        clients = sorted(path.parent.name for path in (folder / "org/data").rglob("plan.toml"))
        render = [program, "render", "--data", str(folder / "org/data"), "--out", str(folder / "out")]
        render += ["--force", "--jobs", "1", "--date", "2026-11-22"]
        start, warm = start_up(render, clients, options.rounds)
        print(f"start-up: {1000 * start:.0f} ms of processor, {start / warm:.2f} of a warm easy-read document")
        seen = samples(render, clients, folder)
    known = seen.total() - seen["unknown"]
    for kind, count in seen.most_common():
        print(f"{kind:28}{100 * count / seen.total():6.1f} %")
    print(f"overhead, of what is known: {100 * (1 - seen['typesetting'] / known):.1f} %")


if __name__ == "__main__":
    main()
