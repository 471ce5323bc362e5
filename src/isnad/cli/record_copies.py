"""The first half of `isnad link`: which reports are near-copies of which; only what may be one is read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from isnad.linking.copies import Likeness, Text
    from isnad.record.linking_session import LinkingSession
    from isnad.record.store import Record


def mark_copies(record: "Record") -> int:
    """Say of the reports that wait to be linked whose near-copies they are, and of older ones that they are theirs.

    Gives how many copies were found among these and the reports like them.
    """
    from isnad.linking.copies import originals

    with record.linking() as session:
        fresh = session.new_reports()
        if not fresh:
            return 0
        texts = _texts(session, fresh)
        copies = originals(_likenesses(texts), texts)
        session.set_copies(copies)
        return len(copies)


def _texts(session: "LinkingSession", fresh: list[int]) -> list["Text"]:
    """The fresh reports and those on record that may be like one of them, with their originals and copies."""
    from isnad.linking.copies import Text
    from isnad.linking.text_clues import text_clues, worth_reading

    given = session.report_texts(fresh)
    sought = {seq: text_clues(text) for seq, text, _ in given}
    known = [(key, seq) for key, seq in session.with_shingles(set().union(*sought.values())) if seq not in sought]
    worth = worth_reading(sought, known, session.shingle_counts({seq for _, seq in known}))
    session.keep_shingles(sought)
    others = session.report_texts(session.with_copies(worth) - sought.keys())
    return [Text(seq=seq, text=text, published=day) for seq, text, day in sorted([*given, *others])]


def _likenesses(texts: Iterable["Text"]) -> list["Likeness"]:
    from isnad.linking.copies import CopyIndex

    index, found = CopyIndex(), list["Likeness"]()
    for text in texts:
        found += index.add(text)
    return found
