"""What linking reads and writes in one transaction; what it computes in between is its own affair."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from isnad.model.judgement import Judgement
from isnad.model.mention import Mention
from isnad.record import grouping, judging, reading
from isnad.record.grouping import Pair


class LinkingSession:
    """Open while `Record.linking()` is; other writers wait, readers do not."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unlinked(self, limit: int | None = None) -> list[Mention]:
        """The mentions that wait to be linked: new ones, changed ones, and all who were in an incident with those."""
        return reading.unlinked(self._connection, limit)

    def mentions(self, seqs: Iterable[int]) -> list[Mention]:
        """These mentions as far as they are told."""
        return reading.mentions_by_seq(self._connection, seqs)

    def near(self, asked: reading.Near) -> list[Mention]:
        """The mentions told that may be compared: in a stretch of days and, where given, a country."""
        return reading.near(self._connection, asked)

    def mates_of(self, seqs: Iterable[int]) -> list[int]:
        """These and all that are in an incident with one of them."""
        return grouping.mates_of(self._connection, seqs)

    def pairs_of(self, seqs: Iterable[int]) -> list[Pair]:
        """The kept pairs that touch these."""
        return grouping.pairs_of(self._connection, seqs)

    def judgements(self) -> list[Judgement]:
        """The standing judgements."""
        return list(judging.standing(self._connection))

    def relink(self, linked: Iterable[int], pairs: Sequence[Pair], seniors: Mapping[int, int]) -> None:
        """Keep what linking found.

        `linked` were compared with all others: their former pairs are forgotten and `pairs` kept; `seniors` gives each
        mention that was grouped anew the lowest number of its incident.
        """
        done = list(linked)
        grouping.drop_pairs(self._connection, done)
        grouping.save_pairs(self._connection, pairs)
        grouping.set_seniors(self._connection, seniors)
        grouping.mark_linked(self._connection, done)
