#!/usr/bin/env python3
"""Compares drieluik with other makers of PDF, in one run on one machine.

    cargo build --profile dist
    python3 -m venv /tmp/compare && /tmp/compare/bin/pip install 'typst>=0.15,<0.16' weasyprint
    /tmp/compare/bin/python benches/compare.py target/dist/drieluik

1. `drieluik init` makes an organisation, `drieluik render --keep-inputs` writes what each of its
   documents is made from: templates, view, pictures and fonts.
2. In rounds, one after the other: drieluik with two workers and with one, PyPI's typst in a loop
   over what was kept, and WeasyPrint over HTML with the same texts, pictures and fonts.
3. Prints the median of each, and their ratios. Only ratios say anything: machines differ, and are
   busy with other things.

What each of them uses is counted by the system: processor time of the process and its children.
"""

import argparse
import html
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def measured(command):
    """Seconds by the clock and of the processor that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wall = time.monotonic() - start
    if ended.returncode not in (0, 1):
        sys.exit(f"{command[0]}: {ended.stderr.strip()[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return wall, cpu


def projects(inputs):
    """The folders of single documents."""
    return sorted(path.parent for path in inputs.glob("*/*/document.json"))


def loop_typst(inputs):
    """What a script that uses PyPI's typst does: one document after the other."""
    import typst

    fonts = [str(inputs / "fonts")]
    for project in projects(inputs):
        about = json.loads((project / "document.json").read_text())
        pdf = typst.compile(
            str(project / about["template"]),
            root=str(project),
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards=about["standards"],
        )
        assert pdf.startswith(b"%PDF"), project


def strings(value):
    """Every text of a view, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def page(project, fonts):
    """HTML with the texts and pictures of a document: its headings, paragraphs and a table."""
    view = json.loads((project / "view.json").read_text())
    texts = [text for text in strings(view) if " " in text and not text.startswith("/picture/")]
    pictures = sorted((project / "picture").glob("*")) if (project / "picture").exists() else []
    rows = []
    for index, text in enumerate(texts):
        picture = pictures[index % len(pictures)] if pictures else None
        image = f'<img src="{picture.as_uri()}" alt="">' if picture else ""
        if len(text) < 40:
            rows.append(f"<h2>{html.escape(text)}</h2>")
        else:
            rows.append(f"<table><tr><td>{image}</td><td>{html.escape(text)}</td></tr></table>")
    faces = "".join(
        f'@font-face {{ font-family: Plan; font-weight: {weight}; src: url("{(fonts / name).as_uri()}"); }}'
        for weight, name in ((400, "0.ttf"), (700, "1.ttf"))
    )
    style = (
        f"{faces} @page {{ size: A4; margin: 2cm; @bottom-center {{ content: counter(page) ' van ' counter(pages); }} }}"
        " body { font: 11pt/1.4 Plan; } img { width: 2.5cm; } td { vertical-align: middle; padding: 2mm; }"
        " h2 { font-size: 13pt; break-after: avoid; } tr { break-inside: avoid; }"
    )
    return f'<html lang="nl"><head><title>Plan</title><style>{style}</style></head><body>{"".join(rows)}</body></html>'


def loop_weasyprint(inputs, most):
    """WeasyPrint over the first documents, as PDF/UA like ours."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    for project in projects(inputs)[:most]:
        pdf = HTML(string=page(project, inputs / "fonts")).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
        assert pdf.startswith(b"%PDF"), project


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drieluik", type=Path, help="the program, built with --profile dist")
    parser.add_argument("--clients", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", help="kinds of documents, as for drieluik render")
    parser.add_argument("--weasyprint", type=int, default=12, help="documents that it makes; 0 leaves it out")
    parser.add_argument("--loop", choices=("typst", "weasyprint"), help=argparse.SUPPRESS)
    parser.add_argument("--inputs", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.loop == "typst":
        return loop_typst(options.inputs)
    if options.loop == "weasyprint":
        return loop_weasyprint(options.inputs, options.weasyprint)

    program = str(options.drieluik.resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        init = ["init", str(folder / "org"), "--clients", str(options.clients), "--seed", "1"]
        subprocess.run([program, *init, "--date", "2026-11-22"], check=True, capture_output=True)
        inputs = folder / "inputs"
        render = [program, "render", "--data", str(folder / "org/data"), "--date", "2026-11-22"]
        if options.only:
            render += ["--only", options.only]
        out = ["--out", str(folder / "out"), "--force"]
        measured([*render, *out, "--keep-inputs", str(inputs)])
        documents = len(projects(inputs))
        html_documents = min(documents, options.weasyprint)
        again = [sys.executable, os.path.abspath(__file__), program, "--inputs", str(inputs)]
        runs = {
            "drieluik, 2 workers": ([*render, *out, "--jobs", "2"], documents),
            "drieluik, 1 worker": ([*render, *out, "--jobs", "1"], documents),
            "typst (PyPI)": ([*again, "--loop", "typst"], documents),
        }
        if html_documents:
            command = [*again, "--loop", "weasyprint", "--weasyprint", str(html_documents)]
            runs["WeasyPrint"] = (command, html_documents)
        found = {name: [] for name in runs}
        for _ in range(options.rounds):
            for name, (command, count) in runs.items():
                shutil.rmtree(folder / "out", ignore_errors=True)
                wall, cpu = measured(command)
                found[name].append((wall / count, cpu / count))

    def middle(name, which):
        return statistics.median(taken[which] for taken in found[name])

    print(f"{documents} documents of {options.clients} clients, medians of {options.rounds} rounds\n")
    print(f"{'':22}{'ms by the clock':>18}{'ms of processor':>18}")
    for name in runs:
        print(f"{name:22}{1000 * middle(name, 0):18.1f}{1000 * middle(name, 1):18.1f}")
    print()
    two, one = "drieluik, 2 workers", "drieluik, 1 worker"
    print(f"two workers beside one, by the clock:         {middle(one, 0) / middle(two, 0):6.2f}")
    print(f"two workers beside typst, documents a second: {middle('typst (PyPI)', 0) / middle(two, 0):6.2f}")
    print(f"per core beside typst, by processor time:     {middle('typst (PyPI)', 1) / middle(two, 1):6.2f}")
    if html_documents:
        print(f"two workers beside WeasyPrint, by the clock:  {middle('WeasyPrint', 0) / middle(two, 0):6.2f}")
    return None


if __name__ == "__main__":
    main()
