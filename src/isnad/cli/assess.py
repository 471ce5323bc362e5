"""`isnad check`, `isnad assess`: what the record says of assertions, one sentence or all that its reports make."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

import typer

from isnad.cli.record_options import STATUSES, NoteLanguage, Rule, RuleOption, workspace_of
from isnad.cli.record_reading import asked_of

if TYPE_CHECKING:
    from isnad.assessing.facts import Fact
    from isnad.model.assertion import Asserted, Assertion, Refusal
    from isnad.model.coded import CodedReport
    from isnad.model.finding import Grouping, Table, Unit
    from isnad.model.verdict import Verdict
    from isnad.publishing.wording import Language
    from isnad.record.filtering import MentionFilter
    from isnad.record.store import Record


class NoteFormat(StrEnum):
    """How verdicts are written."""

    text = "text"
    json = "json"


class TableUnit(StrEnum):
    """The length of the periods of the table."""

    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"


class TableGroup(StrEnum):
    """What the rows of the table are told apart by."""

    all = "all"
    actor = "actor"
    country = "country"
    admin1 = "admin1"
    type = "type"


FormatOption = Annotated[NoteFormat, typer.Option("--format", help="text: to read. json: with all figures and ids.")]
Lang = Annotated[NoteLanguage, typer.Option(help="ar or en.")]
Output = Annotated[Path | None, typer.Option(help="File to write, whole or not at all.")]
_UNREAD: Final = 3


def register(app: typer.Typer) -> None:
    """Put the commands under `app`."""
    app.command("check", epilog=STATUSES + " 3: the sentence asserts nothing testable.")(check_command)
    app.command("assess", epilog=STATUSES)(assess_command)


def check_command(
    context: typer.Context,
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="One sentence in Arabic.")],
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day it was said; by default today."),
    ] = None,
    rule: RuleOption = Rule.isnad_default,
    lang: Lang = NoteLanguage.ar,
    format_: FormatOption = NoteFormat.text,
) -> None:
    """Hold one sentence against the record: supported, contradicted, or not enough data."""
    day = published.date() if published else date.today()
    raise typer.Exit(run_check(workspace_of(context), sentence, day, rule.value, lang.value, format_.value))


def assess_command(
    context: typer.Context,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2.")] = None,
    admin1: Annotated[str | None, typer.Option(help="English name or ISO 3166-2 code.")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", help="Type of incident; may be given again.")] = None,
    actor: Annotated[str | None, typer.Option(help="Id of a perpetrator.")] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Assertions published from this day on."
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Assertions published up to this day."),
    ] = None,
    unit: Annotated[TableUnit, typer.Option(help="Length of the table's periods.")] = TableUnit.month,
    by: Annotated[TableGroup, typer.Option(help="What the table's rows are told apart by.")] = TableGroup.all,
    rule: RuleOption = Rule.isnad_default,
    lang: Lang = NoteLanguage.ar,
    format_: FormatOption = NoteFormat.text,
    output: Output = None,
) -> None:
    """Measures by period, and every assertion of the reports on record held against its incidents."""
    asked = asked_of(country, admin1, type_, actor, since, until)
    shape = (unit.value, None if by is TableGroup.all else by.value)
    raise typer.Exit(run_assess(workspace_of(context), asked, shape, rule.value, lang.value, format_.value, output))


def facts_on_record(record: "Record", rule: Any) -> "list[Fact]":
    """The facts of all incidents that happened."""
    from isnad.assessing.facts import facts_of
    from isnad.cli.record_list import incidents_of

    return list(facts_of(incidents_of(record, None, rule)))


def run_check(
    workspace: Path | None, sentence: str, published: date, rule: str, language: "Language", format_: str
) -> int:
    """Print the verdict on one sentence; 3 where it asserts nothing testable."""
    from isnad.assessing.verdicts import judge_assertion
    from isnad.cli.recording import open_at
    from isnad.coding.asserting import Asserter
    from isnad.model.assertion import Refusal
    from isnad.publishing.verdict_lines import verdict_line
    from isnad.publishing.verdict_text import verdict_note

    said = Asserter().read(sentence, published)
    found: Refusal | Verdict
    if isinstance(said, Refusal):
        found, facts = said, []
    else:
        with open_at(workspace) as record:
            facts = facts_on_record(record, rule)
        found = judge_assertion(said, facts, published)
    if format_ == "json":
        print(verdict_line(found))
    else:
        print(verdict_note(found, language, {fact.id: fact for fact in facts}))
    return _UNREAD if isinstance(found, Refusal) else 0


def run_assess(
    workspace: Path | None,
    asked: "MentionFilter",
    shape: tuple[str, str | None],
    rule: str,
    language: "Language",
    format_: str,
    output: Path | None,
) -> int:
    """Write the table of measures and a verdict for each assertion of the reports on record; the exit status."""
    from isnad.cli.output import open_output
    from isnad.cli.recording import open_at
    from isnad.publishing.measures_text import measures_note
    from isnad.publishing.verdict_lines import table_line, verdict_line
    from isnad.publishing.verdict_text import verdict_note

    with open_at(workspace) as record, open_output(output) as stream:
        facts = facts_on_record(record, rule)
        known, tally = {fact.id: fact for fact in facts}, Counter[str]()
        table = measures_of(facts, asked, shape)
        stream.write(table_line(table) + "\n" if format_ == "json" else measures_note(table, language) + "\n\n")
        for by, found in verdicts_on(record.coded(), facts, asked):
            tally[getattr(found, "ruling", "refused")] += 1
            shown = verdict_line(found, by) if format_ == "json" else verdict_note(found, language, known, by) + "\n"
            stream.write(shown + "\n")
        if format_ != "json":
            stream.write(_summary(tally, language) + "\n")
    return 0


def measures_of(facts: "Sequence[Fact]", asked: "MentionFilter", shape: tuple[str, str | None]) -> "Table":
    """The measures of what is asked for, by period and group."""
    from isnad.assessing.tabulating import tabulate
    from isnad.model.scope import Scope

    scope = Scope(
        actor=asked.actor,
        country=asked.country,
        admin1=asked.admin1,
        types=asked.types,
        since=asked.since,
        until=asked.until,
    )
    return tabulate(facts, scope, by=cast("Grouping | None", shape[1]), unit=cast("Unit", shape[0]))


def _summary(tally: Counter[str], language: "Language") -> str:
    from isnad.publishing.verdict_text import worded

    comma = "، " if language == "ar" else ", "
    counts = comma.join(f"{worded('ruling', name, language)} {number}" for name, number in sorted(tally.items()))
    return worded("part", "assertions", language, number=sum(tally.values()), counts=counts)


def verdicts_on(
    reports: "Iterator[CodedReport]", facts: "Sequence[Fact]", asked: "MentionFilter"
) -> "Iterator[tuple[Asserted, Verdict | Refusal]]":
    """Each assertion that is asked for with its verdict, or why it has none. One without a day has none to count from."""
    from isnad.assessing.verdicts import judge_assertion
    from isnad.coding.asserting import Asserter
    from isnad.model.assertion import Refusal

    asserter = Asserter()
    for report in reports:
        if report.published is None or not _in_days(report.published, asked):
            continue
        for by in asserter.read_report(report):
            if not is_asked(by.said, asked):
                continue
            said = by.said
            yield (
                by,
                said if isinstance(said, Refusal) else judge_assertion(said, facts, report.published, anywhere=False),
            )


def _in_days(day: date, asked: "MentionFilter") -> bool:
    return (asked.since is None or day >= asked.since) and (asked.until is None or day <= asked.until)


def is_asked(said: "Assertion | Refusal", asked: "MentionFilter") -> bool:
    """Does an assertion speak of what the filters name; a refusal speaks of nothing that could be held against them."""
    from isnad.model.assertion import Refusal

    if isinstance(said, Refusal):
        return not (asked.country or asked.admin1 or asked.types or asked.actor)
    areas = [
        area
        for area in said.areas
        if asked.country in (None, area.country) and asked.admin1 in (None, area.admin1, area.admin1_code)
    ]
    placed = bool(areas) or not (asked.country or asked.admin1)
    typed = not asked.types or not set(asked.types).isdisjoint(said.types)
    return placed and typed and (asked.actor is None or asked.actor in said.actors)
