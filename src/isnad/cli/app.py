"""The commands and their options. What they do is imported when they are called: start-up stays short."""

from pathlib import Path
from typing import Annotated, Final

import typer
from msgspec import structs

from isnad.cli.assess import register as register_assess
from isnad.cli.brief import register as register_brief
from isnad.cli.coding_options import BordersOption, Lexicon, Outlet, Places, PlacesDir, Published
from isnad.cli.places import places_app
from isnad.cli.publish import register as register_publishing
from isnad.cli.record import register
from isnad.cli.request import Borders, ExplainFormat, Format, coding_request

EXIT_STATUSES: Final = (
    "Exit status: 0 all reports coded (a report not in Arabic is skipped, which is no error); 1 failure; "
    "2 wrong use; 3 some reports could not be coded, the others were."
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich costs a tenth of a second at start-up and breaks right-to-left text
    pretty_exceptions_enable=False,
    help="إسناد: يقرأ أخبار النزاعات المسلحة بالعربية ويستخرج وقائعها بمصادرها.\n\n"
    "Isnad reads Arabic reports of armed conflict and gives a sourced incident record. Everything runs offline.",
    epilog=EXIT_STATUSES,
)

app.add_typer(places_app, name="places")
register(app)
register_brief(app)
register_assess(app)
register_publishing(app)


@app.callback()
def main_command(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            file_okay=False, metavar="DIR", help="The workspace; else ISNAD_WORKSPACE, else found upwards from here."
        ),
    ] = None,
) -> None:
    """إسناد: يقرأ أخبار النزاعات المسلحة بالعربية ويحفظ سجلّ وقائعها بمصادرها.

    Isnad reads Arabic reports of armed conflict and keeps a sourced incident record. Everything runs offline.
    """
    context.obj = workspace


@app.command("code", epilog=EXIT_STATUSES)
def code_command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Text files, folders, .jsonl files of reports, each also as .gz; - for standard input.",
        ),
    ],
    published: Published = None,
    outlet: Outlet = None,
    format_: Annotated[
        Format,
        typer.Option(
            "--format", help="jsonl: a coded report a line. table: incidents as CSV. html: a page with the evidence."
        ),
    ] = Format.jsonl,
    output: Annotated[
        Path | None,
        typer.Option(help="File to write, whole or not at all; without it results go to standard output."),
    ] = None,
    lexicon: Lexicon = None,
    places: Places = None,
    places_dir: PlacesDir = None,
    borders: BordersOption = Borders.un,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Show progress on standard error; by default on a terminal."),
    ] = None,
) -> None:
    """Code reports: what happened, to whom, where, when, with what losses, and according to whom."""
    from isnad.cli.code import run_code

    request = coding_request(paths, published, outlet, lexicon, places, places_dir, borders, progress)
    raise typer.Exit(run_code(structs.replace(request, format=format_, output=output)))


@app.command(
    "explain", epilog="Exit status: 0; 1 failure; 2 wrong use, or no such report or incident; 3 it cannot be read."
)
def explain_command(
    report: Annotated[str, typer.Argument(help="A file with the report: a text, or .jsonl; - for standard input.")],
    incident: Annotated[str, typer.Argument(help='Number of the incident in the report, from 1, or its id ("r1#2").')],
    id_: Annotated[str | None, typer.Option("--id", help="Which report, where the file holds more than one.")] = None,
    format_: Annotated[
        ExplainFormat,
        typer.Option("--format", help="text: to be read. json: everything that weighed anything, for a program."),
    ] = ExplainFormat.text,
    published: Published = None,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    places: Places = None,
    places_dir: PlacesDir = None,
    borders: BordersOption = Borders.un,
) -> None:
    """Show why each value of an incident was chosen: its words, the features with their weights, the best rival refused."""
    from isnad.cli.explain import run_explain

    request = coding_request([report], published, outlet, lexicon, places, places_dir, borders)
    run_explain(request, incident, id_, format_)


@app.command("version")
def version_command() -> None:
    """Print the version."""
    from isnad.version import __version__

    print(f"isnad {__version__}")
