"""`isnad reconcile`: its options; what it does is imported when it is called (`reconciling`)."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

RECONCILE_STATUSES: Final = (
    "Nothing is written into the record. Exit status: 0; 1 failure; 2 wrong use, or a file that is not in this format; "
    "3 some rows could not be read, the others were."
)


class EventFormatName(StrEnum):
    """What kind of event file it is (docs/reconcile.md)."""

    acled = "acled"
    ucdp_ged = "ucdp-ged"
    csv = "csv"


class ReconcileFormat(StrEnum):
    """How what was found is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


def reconcile_command(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file of events, also as .gz.")],
    as_: Annotated[EventFormatName, typer.Option("--as", help="Whose columns the file has.")],
    since: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2 code or English name.")] = None,
    format_: Annotated[
        ReconcileFormat, typer.Option("--format", help="table: a summary. csv, jsonl: a row for each event.")
    ] = ReconcileFormat.table,
    output: Annotated[Path | None, typer.Option(help="File to write, whole or not at all.")] = None,
) -> None:
    """Say which events of a file of your own are on record, which are missing, and where values differ."""
    from isnad.cli.reconciling import Asked, run_reconcile
    from isnad.cli.record_options import workspace_of

    first, last = since.date() if since else None, until.date() if until else None
    asked = Asked(path=path, format=as_.value, since=first, until=last, country=country)
    raise typer.Exit(run_reconcile(workspace_of(context), asked, format_.value, output))
