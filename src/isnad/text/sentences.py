"""Sentences of a folded text: titles, paragraphs, lines of a ticker.

A sentence ends at a stop, a question or exclamation mark followed by space, or at a line's end; not at the stop after
a letter that stands for a word, nor after the number of an item. A stretch of text
without any of these is cut at a comma or a space after `LONGEST` code points, so that work per sentence stays bounded.
"""

import re

from msgspec import Struct

LONGEST = 1200
_END = re.compile(r"[.!؟?…]+[\"”»)\]'’]*(?=\s|$)|\n+")
_SHORT = re.compile(r"(?:^|\W)[^\W\d_]$|(?:^|\n)\d$")  # "د. أحمد": a letter that stands for a word; "1." before an item
_COMMA = re.compile(r"[،,؛;:]\s")


class Sentence(Struct, frozen=True):
    """Folded [start, end) of a sentence; `line` numbers its line; `heading` where it is a whole line without a stop."""

    index: int
    start: int
    end: int
    line: int
    heading: bool


def split_sentences(folded: str) -> list[Sentence]:
    """The sentences of a folded text in order; together they cover every word of it."""
    found: list[Sentence] = []
    start = line = 0
    for mark in _END.finditer(folded):
        newline = mark.group()[0] == "\n"
        if mark.group() == "." and _SHORT.search(folded[max(0, mark.start() - 2) : mark.start()]):
            continue
        _add(found, folded, start, mark.start() if newline else mark.end(), line, newline)
        start = mark.end()
        line += newline
    _add(found, folded, start, len(folded), line, True)
    return found


def _add(found: list[Sentence], folded: str, start: int, end: int, line: int, newline: bool) -> None:
    while end - start > LONGEST:
        cut = _cut(folded, start)
        found.append(Sentence(len(found), start, cut, line, False))
        start = cut
    if not folded[start:end].strip():
        return
    heading = newline and (not found or found[-1].line != line)
    found.append(Sentence(len(found), start, end, line, heading))


def _cut(folded: str, start: int) -> int:
    """Where to cut a stretch that is too long: its last comma, else its last space, else in the middle of a word."""
    window = folded[start : start + LONGEST]
    commas = [m.end() for m in _COMMA.finditer(window)]
    if commas:
        return start + commas[-1]
    space = window.rfind(" ")
    return start + (space + 1 if space > 0 else LONGEST)
