"""`isnad link`: near-copies marked, then mentions put together as incidents; a batch is one transaction."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from isnad.cli.messages import read_messages
from isnad.cli.record_copies import mark_copies
from isnad.cli.recording import open_at
from isnad.model.errors import SettingsError
from isnad.model.mention import Mention

if TYPE_CHECKING:
    from isnad.linking.rows import Row
    from isnad.linking.scoring import Pair
    from isnad.record.grouping import Pair as Kept
    from isnad.record.linking_session import LinkingSession
    from isnad.record.store import Record

BATCH: Final = 20_000
MANY: Final = 3_000


def run_link(workspace: Path | None, *, use_publication: bool, anew: bool) -> int:
    """Link what waits to be linked, or, with `anew`, everything; the exit status."""
    require_packages()
    tally: Counter[str] = Counter()
    with open_at(workspace) as record:
        if anew:
            with record.linking() as session:
                session.unlink_all()
        tally["copies"] += mark_copies(record)
        while linked := link_batch(record, use_publication, tally):
            if sys.stderr.isatty():
                print(f"{linked:,} mentions linked", file=sys.stderr)
        tally["incidents"] = record.counts()["incidents"]
    messages = read_messages()
    for line in (lambda name: messages[f"linked_{name}"], lambda name: name):
        print(", ".join(f"{line(name)} {tally[name]:,}" for name in ("mentions", "copies", "pairs", "incidents")))
    return 0


def link_batch(record: "Record", use_publication: bool, tally: Counter[str]) -> int:
    """Link at most `BATCH` mentions in one transaction; gives how many."""
    from isnad.linking.clues import own_clues, row_bytes, row_maker
    from isnad.linking.scoring import score_pairs

    maker = row_maker(use_publication=use_publication)
    with record.linking() as session:
        fresh = session.unlinked(BATCH)
        if not fresh:
            return 0
        new = _made_rows(session, fresh, use_publication)
        known = _kept_rows(session, _candidates(session, new, use_publication), maker, use_publication)
        pairs = list(score_pairs(new, known))
        session.keep_pairs([row.id for row in new], [_kept(pair) for pair in pairs])
        session.keep_clues({row.id: own_clues(row, one.report.published) for row, one in zip(new, fresh, strict=True)})
        session.keep_traits({row.id: row_bytes(row) for row in new}, maker)
        session.set_seniors(_grouped(session, [row.id for row in new]))
        tally["mentions"] += len(fresh)
        tally["pairs"] += len(pairs)
        return len(fresh)


def _made_rows(session: "LinkingSession", mentions: Sequence[Mention], use_publication: bool) -> list["Row"]:
    from isnad.linking.rows import to_row

    texts = session.texts(mention.report.id for mention in mentions)
    return [to_row(mention, texts.get(mention.report.id, ""), use_publication=use_publication) for mention in mentions]


def _kept_rows(session: "LinkingSession", seqs: Iterable[int], maker: str, use_publication: bool) -> list["Row"]:
    """The rows of linked mentions, made again only where another version of linking made them."""
    from isnad.linking.clues import row_bytes, row_of

    wanted = set(seqs)
    rows = {seq: row_of(content) for seq, content in session.traits(wanted, maker).items()}
    made = _made_rows(session, session.mentions(wanted - rows.keys()), use_publication)
    session.keep_traits({row.id: row_bytes(row) for row in made}, maker)
    return [*rows.values(), *made]


def _candidates(session: "LinkingSession", new: Sequence["Row"], use_publication: bool) -> list[int]:
    """The linked mentions that may be one incident with a new one; no others are read."""
    from isnad.linking.blocking import ENOUGH
    from isnad.linking.clues import sought_clues

    sought: dict[int, dict[int, int]] = {}
    for row in new:
        # Of many, most clues are sought by several: asked for as one, they find a little more, and are asked once.
        who = row.id if len(new) <= MANY else 0
        sought.setdefault(who, {}).update(sought_clues(row, use_publication=use_publication))
    return session.sharing_clues(sought, ENOUGH)


def _grouped(session: "LinkingSession", fresh: Iterable[int]) -> dict[int, int]:
    """The senior of every mention whose incident may have changed.

    Only these are grouped again, with the incidents that a join leads to: the same as grouping everything
    (`test_record_link_regroup`).
    """
    from isnad.linking.regrouping import Regrouping
    from isnad.linking.weights import load_weights

    return Regrouping(session, session.judgements(), load_weights().thresholds).seniors(list(fresh))


def _kept(pair: "Pair") -> "Kept":
    from isnad.record.grouping import Pair as Kept

    return Kept(low=pair.low, high=pair.high, chance=pair.chance, weights=pair.weights)


def require_packages() -> None:
    """Linking needs packages that reading does not: `pip install isnad[link]`."""
    from importlib.util import find_spec

    missing = [name for name in ("splink", "duckdb", "pyarrow", "gaoya") if find_spec(name) is None]
    if missing:
        raise SettingsError("isnad link", f"needs {', '.join(missing)}: install isnad with its extra `link`")
