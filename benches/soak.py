#!/usr/bin/env python3
"""Shows what a run costs per client when there are ten times as many of them. For Linux.

    cargo build --profile dist
    python3 benches/soak.py target/dist/drieluik --clients 1000 10000 1000
    python3 benches/soak.py target/dist/drieluik --clients 70000 --only easy-read \\
        --copy data/clienten/C-1001

For each number `drieluik init` makes an organisation, and `drieluik render --jobs 2` one kind of
document for everyone. Told are, for each tenth of the run, the processor time per client, and for
the whole run its median; and the peak of memory of the run itself and of its largest worker. A
machine that is shared changes its speed by a quarter within minutes: put the few clients before and
after the many.
`--copy` takes copies of one client, the one with the least on file for a run of an hour.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def children(pid):
    """Process ids of the workers."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def processor_time(pid):
    """Seconds that a process and those of its children that have ended used."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(field) for field in fields[11:15]) / TICKS


def peak(pid):
    """Most memory that a process held, in MB."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) // 1000 if found else 0


class Watch:
    """Looks at a run until it ends."""

    def __init__(self, run):
        self.run = run
        self.own = self.worker = 0
        self.marks = [(0, 0.0)]
        threading.Thread(target=self.look, daemon=True).start()

    def look(self):
        while self.run.poll() is None:
            self.own = max(self.own, peak(self.run.pid))
            self.worker = max([self.worker, *map(peak, children(self.run.pid))])
            time.sleep(0.2)

    def mark(self, done):
        """So many clients are done."""
        pids = [self.run.pid, *children(self.run.pid)]
        self.marks.append((done, sum(map(processor_time, pids))))

    def windows(self):
        """Milliseconds per client, for each part of the run."""
        pairs = zip(self.marks, self.marks[1:])
        return [1000 * (after - before) / (last - first) for (first, before), (last, after) in pairs]


def copies(organisation, client, clients, data):
    """An organisation with so many copies of one client."""
    data.mkdir(parents=True)
    for file in ("aanbieder.toml", "logo.svg"):
        shutil.copy(organisation / file, data)
    for number in range(clients):
        # Not all in one folder, as no organisation has them.
        shutil.copytree(client, data / "clienten" / f"{number // 1000:03}" / f"B-{number:06}")


def soak(program, clients, options, folder):
    """Runs once over so many clients."""
    org, out = folder / f"org-{clients}", folder / f"out-{clients}"
    if not org.exists():
        if options.copy:
            copies(options.copy.parent.parent, options.copy, clients, org / "data")
        else:
            init = [program, "init", org, "--clients", str(clients), "--seed", "3", "--date", options.date]
            subprocess.run(init, check=True, capture_output=True)
    render = [program, "render", "--data", org / "data", "--out", out, "--jobs", "2"]
    render += ["--force", "--only", options.only, "--date", options.date]
    start = time.monotonic()
    run = subprocess.Popen(render, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    watch = Watch(run)
    last = ""
    for line in run.stderr:
        last = line.strip()
        if done := re.fullmatch(r"(\d+) van \d+ cliënten", last):
            watch.mark(int(done[1]))
    code = run.wait()
    wall = time.monotonic() - start
    if code not in (0, 1):
        sys.exit(f"{program}: {last}")
    windows = watch.windows()
    print(f"{clients} clients: {last}")
    print(f"  {wall:.0f} s by the clock; the run holds {watch.own} MB, its largest worker {watch.worker} MB")
    print("  ms of processor per client, by tenth: " + " ".join(f"{ms:.1f}" for ms in windows))
    print(f"  median {statistics.median(windows):.1f}", flush=True)
    return statistics.median(windows), watch.own, watch.worker


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drieluik", type=Path, help="the program, built with --profile dist")
    parser.add_argument("--clients", type=int, nargs="+", default=[1000, 10_000, 1000])
    parser.add_argument("--only", default="family", help="kind of document, as for drieluik render")
    parser.add_argument("--copy", type=Path, help="folder of a client to copy, instead of generated ones")
    parser.add_argument("--date", default="2026-11-22")
    parser.add_argument("--work", type=Path, help="folder to work in, and to leave; else one that goes")
    options = parser.parse_args()
    program = str(options.drieluik.resolve())
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.work or Path(temporary)
        folder.mkdir(exist_ok=True)
        found = {clients: [] for clients in sorted(options.clients)}
        for clients in options.clients:
            found[clients].append(soak(program, clients, options, folder))
    few, *more = [
        (clients, [statistics.median(column) for column in zip(*runs)]) for clients, runs in found.items()
    ]
    for clients, costs in more:
        time_ratio, own, worker = (cost / base for cost, base in zip(costs, few[1]))
        print(
            f"{clients} beside {few[0]} clients: processor per client {time_ratio:.2f}, "
            f"memory of the run {own:.2f}, of a worker {worker:.2f}"
        )


if __name__ == "__main__":
    main()
