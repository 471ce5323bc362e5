"""What linking reads and writes in one transaction; what it computes in between is its own affair."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, update

from isnad.model.judgement import Judgement
from isnad.model.mention import Mention
from isnad.record import comparing, grouping, judging, reading
from isnad.record.grouping import Pair
from isnad.record.tables import mention


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

    def unlink_all(self) -> None:
        """Everything is to be linked again."""
        self._connection.execute(update(mention).where(mention.c.active).values(linked=False))

    def texts(self, report_ids: Iterable[str]) -> dict[str, str]:
        """The text of each of these reports."""
        return comparing.texts_of(self._connection, report_ids)

    def near(self, since: date, until: date, weak: timedelta) -> list[Mention]:
        """The linked mentions whose days touch the stretch (`comparing.linked_near`)."""
        return comparing.linked_near(self._connection, since, until, weak)

    def component(self, seqs: Iterable[int], judgements: Sequence[Judgement]) -> tuple[list[int], list[Pair]]:
        """All mentions that pairs, judgements or a common incident join to these, and the pairs among them."""
        return comparing.component(self._connection, seqs, judgements)

    def unlinked_reports(self) -> list[int]:
        """The numbers of the reports with mentions that wait to be linked."""
        return comparing.unlinked_reports(self._connection)

    def texts_near(self, fresh: Iterable[int], days: timedelta) -> list[tuple[int, str, date | None]]:
        """Number, text and day of the reports published within `days` of the fresh ones."""
        return comparing.texts_near(self._connection, fresh, days)

    def report_ids(self, seqs: Iterable[int]) -> dict[int, str]:
        """The ids of reports by their numbers."""
        return comparing.report_ids(self._connection, seqs)

    def mates_of(self, seqs: Iterable[int]) -> list[int]:
        """These and all that are in an incident with one of them."""
        return grouping.mates_of(self._connection, seqs)

    def pairs_of(self, seqs: Iterable[int]) -> list[Pair]:
        """The kept pairs that touch these."""
        return grouping.pairs_of(self._connection, seqs)

    def judgements(self) -> list[Judgement]:
        """The standing judgements."""
        return list(judging.standing(self._connection))

    def keep_pairs(self, linked: Iterable[int], pairs: Sequence[Pair]) -> None:
        """Keep the pairs of mentions that were compared with all others, in place of their former ones."""
        done = list(linked)
        grouping.drop_pairs(self._connection, done)
        grouping.save_pairs(self._connection, pairs)
        grouping.mark_linked(self._connection, done)

    def set_seniors(self, seniors: Mapping[int, int]) -> None:
        """Each mention that was grouped anew gets the lowest number of its incident."""
        grouping.set_seniors(self._connection, seniors)
