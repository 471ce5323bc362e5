"""What `isnad reconcile` does: a user's event file held against the record; nothing is written into the record."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from isnad.cli import SOME_NOT_CODED
from isnad.cli.messages import complain
from isnad.cli.output import open_output
from isnad.cli.record_link import require_packages
from isnad.cli.recording import open_at
from isnad.model.mention import Mention

if TYPE_CHECKING:
    from isnad.intake.event_formats import EventFormat
    from isnad.linking.outside import Outside
    from isnad.linking.rows import Row
    from isnad.model.outside import OutsideEvent, ReconciledRow
    from isnad.model.recorded import RecordedIncident, Rule
    from isnad.record.store import Record

Groups = Mapping[int, Sequence[Mention]]


class Asked(Struct, frozen=True, kw_only=True):
    """What was asked for: the file, its format, and which of its events; days touch `since` to `until`."""

    path: Path
    format: str
    since: date | None = None
    until: date | None = None
    country: str | None = None


def run_reconcile(workspace: Path | None, asked: Asked, format_: str, output: Path | None) -> int:
    """Write what was found, tell bad rows and columns that were not read; the exit status."""
    from isnad.intake.event_formats import load_format
    from isnad.intake.events import read_events
    from isnad.publishing.reconciled import summary_lines, write_rows

    require_packages()
    shape = load_format(asked.format)
    given = read_events(asked.path, shape)
    with open_at(workspace) as record:
        outside = open_outside()
        events = list(chosen(given.events, asked, outside))
        rows = list(reconcile(record, events, shape, outside))
        waiting = record.counts()["unlinked"]
    with open_output(output) as stream:
        if format_ == "table":
            lines = summary_lines(rows, len(given.events) - len(events), len(given.bad))
            stream.writelines(f"{line}\n" for line in lines)
        else:
            write_rows(rows, stream, format_, bom=output is not None)
    if waiting:
        complain("reconcile_unlinked", f"{waiting:,} mentions wait to be linked (isnad link)")
    if given.unread:
        complain("reconcile_columns", f"columns not read: {', '.join(given.unread)}")
    for bad in given.bad:
        print(f"{bad.where}: {bad.message}", file=sys.stderr)
    if given.bad:
        complain("reconcile_bad", f"{len(given.bad):,} rows of {asked.path} could not be read, the others were")
    return SOME_NOT_CODED if given.bad else 0


def open_outside() -> "Outside":
    """The places and actors that events are read against."""
    from isnad.lexicon.loading import load_lexicon
    from isnad.linking.outside import Outside
    from isnad.linking.outside_actors import OutsideActors
    from isnad.linking.outside_rows import Surroundings
    from isnad.places.gazetteer import load_gazetteer

    return Outside(Surroundings(load_gazetteer()), OutsideActors(load_lexicon()))


def chosen(events: Iterable["OutsideEvent"], asked: Asked, outside: "Outside") -> Iterator["OutsideEvent"]:
    """The events in the days and the country that were asked for."""
    country = outside.surroundings.country(asked.country)
    if asked.country and country is None:
        country = asked.country
    for event in events:
        early, late = asked.since and event.last < asked.since, asked.until and asked.until < event.first
        if not early and not late and (not country or outside.surroundings.place(event).country == country):
            yield event


def reconcile(
    record: "Record", events: Sequence["OutsideEvent"], shape: "EventFormat", outside: "Outside"
) -> Iterator["ReconciledRow"]:
    """The row of each event, in order, then of each incident that the file lacks."""
    from isnad.linking.outside import match_events
    from isnad.linking.outside_report import event_row, lacking_row
    from isnad.linking.outside_span import belongs, span_of

    located = [(event, outside.surroundings.place(event).country) for event in events]
    span = span_of(located)
    if span is None:
        return
    groups = groups_near(record, span.first, span.last)
    home = {mention.seq: senior for senior, group in groups.items() for mention in group}
    found = match_events(events, rows_of(record, groups), home, outside)
    assembled = assembling(record, groups, shape.rule)
    for matched, (_, country) in zip(found, located, strict=True):
        incident = None if matched.incident is None else assembled[matched.incident]
        yield event_row(matched, incident, country, outside.actors)
    spoken_of = {matched.incident for matched in found}
    for senior, incident in assembled.items():
        wanted = belongs(incident, shape.covers.types, deaths=shape.covers.deaths)
        if senior not in spoken_of and wanted and span.holds(incident):
            yield lacking_row(incident)


def groups_near(record: "Record", first: date, last: date) -> Groups:
    """The incidents on record, by the number of their senior mention, that may lie near these days."""
    from isnad.linking.blocking import APART_DAYS
    from isnad.linking.outside_span import may_touch

    early = date.fromordinal(max(1, first.toordinal() - APART_DAYS))
    late = min(date.max - timedelta(APART_DAYS), last) + timedelta(APART_DAYS)
    return {group[0].seq: group for group in record.groups() if may_touch(group, early, late)}


def rows_of(record: "Record", groups: Groups) -> list["Row"]:
    """The mentions as linking compares them."""
    from isnad.linking.rows import to_row
    from isnad.record.comparing import texts_of

    with record.reading() as connection:
        texts = texts_of(connection, {mention.report.id for group in groups.values() for mention in group})
    return [to_row(mention, texts.get(mention.report.id, "")) for group in groups.values() for mention in group]


def assembling(record: "Record", groups: Groups, rule: "Rule") -> "dict[int, RecordedIncident]":
    """The incidents, assembled by a rule with the judgements that stand."""
    from isnad.cli.record_list import judged
    from isnad.linking.assembling import assemble

    standing = judged(record)
    return {senior: assemble(group, standing.about(group), rule) for senior, group in groups.items()}
