"""The commands that let the record out: `isnad export`, `isnad codebook`."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.record_options import STATUSES, Author, NoteLanguage, Rule, workspace_of
from isnad.cli.record_reading import asked_of


class ExportFormat(StrEnum):
    """The formats (docs/exports.md)."""

    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"
    geojson = "geojson"
    geoparquet = "geoparquet"
    parquet = "parquet"
    acled = "acled"
    ucdp_ged = "ucdp-ged"
    plover = "plover"
    hxl = "hxl"
    totals = "totals"


class ProfileName(StrEnum):
    """Who may see the file (docs/harm.md)."""

    private = "private"
    partner = "partner"
    public = "public"


class CodebookFormat(StrEnum):
    """How the data dictionary is written."""

    markdown = "markdown"
    csv = "csv"


def register(app: typer.Typer) -> None:
    """Put the commands under `app`."""
    app.command("export", epilog=STATUSES)(export_command)
    app.command("codebook", epilog=STATUSES)(codebook_command)


def export_command(
    context: typer.Context,
    as_: Annotated[ExportFormat, typer.Option("--as", help="The format; docs/exports.md has every column.")],
    output: Annotated[Path, typer.Option(help="File to write, whole or not at all; its manifest stands beside it.")],
    claims: Annotated[Path | None, typer.Option(help="Also write this CSV: one row a sourced figure.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166-1 alpha-2.")] = None,
    admin1: Annotated[str | None, typer.Option(help="English name or ISO 3166-2 code.")] = None,
    type_: Annotated[list[str] | None, typer.Option("--type", help="Type of incident; may be given again.")] = None,
    actor: Annotated[str | None, typer.Option(help="Id of a perpetrator or target.")] = None,
    since: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")] = None,
    rule: Annotated[
        Rule | None, typer.Option("--rule", help="How rival figures become one; else the format's own.")
    ] = None,
    profile: Annotated[ProfileName, typer.Option(help="Who may see it: docs/harm.md.")] = ProfileName.private,
    fine_coordinates: Annotated[
        bool, typer.Option("--fine-coordinates", help="public: places as told, but for hospitals, shelters and aid.")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help="CSV without the byte order mark that Excel needs.")] = False,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            formats=["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d"],
            metavar="TIME",
            help="The moment the delay is counted to, as the manifest has it; now unless given.",
        ),
    ] = None,
    author: Author = None,
) -> None:
    """Write the incidents as a file for others, protected by its profile; the export is logged on record."""
    from isnad.cli.export import Export, run_export

    wanted = Export(
        format=as_.value,
        output=output,
        claims=claims,
        asked=asked_of(country, admin1, type_, actor, since, until),
        rule=rule.value if rule else None,
        profile=profile.value,
        fine_coordinates=fine_coordinates,
        plain=plain,
        as_of=as_of,
        author=author,
    )
    raise typer.Exit(run_export(workspace_of(context), wanted))


def codebook_command(
    format_: Annotated[CodebookFormat, typer.Option("--format", help="markdown, or csv with both languages.")] = (
        CodebookFormat.markdown
    ),
    lang: Annotated[NoteLanguage, typer.Option(help="ar or en; csv has both.")] = NoteLanguage.ar,
    output: Annotated[Path | None, typer.Option(help="File to write; else standard output.")] = None,
) -> None:
    """Write the data dictionary: every table, column and code of the exports."""
    from isnad.cli.output import open_output
    from isnad.publishing.codebook import codebook_csv, codebook_markdown

    text = codebook_csv() if format_ is CodebookFormat.csv else codebook_markdown(lang.value)
    with open_output(output) as stream:
        stream.write(text)
