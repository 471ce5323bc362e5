"""Inflection of lexicon words: duals, cases, persons. Possessive and object pronouns are taken off while matching."""

from collections.abc import Iterator

from isnad.text.folding import fold

_PAST = ("", "ت", "وا", "ا", "تا", "ن", "نا", "تم")
_PRESENT = ("", "ون", "وا", "ان", "ا", "ن")


def noun_forms(noun: str) -> Iterator[tuple[str, str]]:
    """The forms of a singular noun with their number: `singular` or `dual`."""
    head, *rest = fold(noun).split(" ")
    tail = " ".join(["", *rest])
    yield head + tail, "singular"
    if tail:
        return
    if head.endswith("ه"):
        for ending in ("تان", "تين", "تا", "تي"):
            yield head[:-1] + ending, "dual"
        return
    yield head + "ا", "singular"
    for ending in ("ان", "ين"):
        yield head + ending, "dual"


def plural_forms(plural: str) -> Iterator[str]:
    """A plural as it stands, and a sound masculine one in all its cases and before a genitive."""
    head, *rest = fold(plural).split(" ")
    tail = " ".join(["", *rest])
    if head.endswith("ون") and len(head) > 4:
        for ending in ("ون", "ين", "و", "ي"):
            yield head[:-2] + ending + tail
        return
    yield head + tail


def verb_forms(verb: str) -> Iterator[str]:
    """The forms of "past/present" in all persons news use; a past in -ي (folded -ى) also as -ت, -وا, -يا."""
    past, _, present = fold(verb).partition("/")
    yield from _past_forms(past)
    if present:
        stem = present.removeprefix("ي")
        for person in ("ي", "ت", "ن", "سي", "ست", "سن"):
            yield from _present_forms(person + stem)


def _past_forms(past: str) -> Iterator[str]:
    head, *rest = past.split(" ")
    tail = " ".join(["", *rest])
    if head.endswith("ي") and len(head) > 2:
        for ending in ("ي", "ت", "وا", "يا", "تا", "ين", "ا"):  # "-ا": before a pronoun, "تبناه"
            yield head[:-1] + ending + tail
        return
    stem = head[:-1] if head.endswith("ا") and len(head) > 2 else head
    for ending in _PAST:
        yield (head if ending == "" else stem + ending) + tail


def _present_forms(present: str) -> Iterator[str]:
    head, *rest = present.split(" ")
    tail = " ".join(["", *rest])
    stem = head[:-1] if head.endswith(("ي", "و", "ا")) and len(head) > 3 else head
    yield head + tail
    for ending in _PRESENT[1:]:
        yield stem + ending + tail
