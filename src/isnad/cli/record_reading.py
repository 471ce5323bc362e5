"""The commands that read a record: `list`, `show`, `search`, `status`. What they do is imported when they are called."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from isnad.cli.record_options import ListFormat, NoteLanguage, Rule, RuleOption, Subject, workspace_of

if TYPE_CHECKING:
    from isnad.record.filtering import MentionFilter


def list_command(
    context: typer.Context,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2.")] = None,
    admin1: Annotated[
        str | None, typer.Option(help="English name or ISO 3166-2 code of the first-order division.")
    ] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", help="Type of incident; may be given again.")] = None,
    actor: Annotated[str | None, typer.Option(help="Id of a perpetrator or target.")] = None,
    since: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")] = None,
    text: Annotated[
        str | None,
        typer.Option(help="Words that one report of it must all have, whatever their spelling; phrases in quotes."),
    ] = None,
    rule: RuleOption = Rule.isnad_default,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="table: to look over. jsonl: one incident a line.")
    ] = ListFormat.table,
    output: Annotated[Path | None, typer.Option(help="File to write, whole or not at all.")] = None,
) -> None:
    """List the incidents on record."""
    from isnad.cli.record_list import run_list

    asked = asked_of(country, admin1, type_, actor, since, until, text)
    raise typer.Exit(run_list(workspace_of(context), asked, rule.value, format_.value, output))


def asked_of(
    country: str | None,
    admin1: str | None,
    types: list[str] | None,
    actor: str | None,
    since: datetime | None,
    until: datetime | None,
    text: str | None = None,
) -> "MentionFilter":
    """The filter the options describe."""
    from isnad.record.filtering import MentionFilter

    return MentionFilter(
        country=country,
        admin1=admin1,
        types=tuple(types or ()),
        actor=actor,
        since=_day(since),
        until=_day(until),
        text=text,
    )


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def show_command(
    context: typer.Context,
    incident: Subject,
    rule: RuleOption = Rule.isnad_default,
    lang: Annotated[NoteLanguage, typer.Option(help="ar or en.")] = NoteLanguage.ar,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="table: a desk note. jsonl: its line.")
    ] = ListFormat.table,
) -> None:
    """Show one incident as a desk note: figures by source, chains, contradictions, what is independent."""
    from isnad.cli.record_list import run_show

    raise typer.Exit(run_show(workspace_of(context), incident, rule.value, lang.value, format_.value))


def search_command(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words that must all be there; phrases in quotes.")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many reports.")] = 20,
) -> None:
    """Find reports by their words, whatever the spelling of alef, the article or the plural."""
    from isnad.cli.record_list import run_search

    raise typer.Exit(run_search(workspace_of(context), query, limit))


def status_command(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False
) -> None:
    """Say how much is on record, and what waits to be linked."""
    from isnad.cli.record_list import run_status

    raise typer.Exit(run_status(workspace_of(context), "json" if as_json else "table"))
