#!/bin/sh
# Draws the pictures of docs/handleiding.md anew from the example clients. Needs pdftoppm (poppler).
# From the root of the repository:
#
#     sh docs/images/refresh.sh [PROGRAM]
#
# PROGRAM is a built drieluik; without it, the one in target/release. Look at each picture afterwards.
set -eu

program=${1:-target/release/drieluik}
pictures=docs/images
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

render() {
    "$program" render --data data --out "$made" --date 2026-11-22 "$@" >"$made/told" 2>&1 ||
        { cat "$made/told" >&2; exit 1; }
}

# Picture, document, page, and dots per inch: a page across half the text, smaller ones side by side.
draw() {
    pdftoppm -r "$4" -f "$3" -l "$3" -singlefile -png "$made/$2.pdf" "$pictures/$1" 2>/dev/null
    size=$(wc -c <"$pictures/$1.png")
    [ "$size" -le 61440 ] || { echo "$1.png is larger than 60 KiB: fewer dots" >&2; exit 1; }
}

render C-1003 C-1007 C-1008 --mark-mandatory
render C-1003 --only sheets,explain,questions

draw handleiding-plan           C-1003/ondersteuningsplan              6 50
draw handleiding-gemarkeerd     C-1003/ondersteuningsplan-gemarkeerd   1 45
draw handleiding-familie        C-1003/familie-exemplaar-1             4 55
draw handleiding-blad           C-1003/makkelijk-lezen                 2 45
draw handleiding-doel           C-1003/makkelijk-lezen                 8 50
draw handleiding-boven          C-1007/makkelijk-lezen                12 45
draw handleiding-donker         C-1008/makkelijk-lezen                 8 45
draw handleiding-gespreksplaat  C-1003/gespreksplaten                 11 45
draw handleiding-uitleg         C-1003/uitleg                          4 45
draw handleiding-vragen         C-1003/vragen                          3 45
draw handleiding-evaluatie      C-1003/makkelijk-lezen-evaluatie       5 45
