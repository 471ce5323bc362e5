"""`isnad places`: the gazetteer from the command line. What the commands do is imported when they are called."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer


class Listing(StrEnum):
    """How places are listed."""

    table = "table"
    jsonl = "jsonl"


FIND_STATUSES: Final = "Exit status: 0; 1 failure; 2 wrong use, or no place has that id; 3 no place is called so."
LINE_STATUSES: Final = "Exit status: 0; 1 failure; 2 wrong use; 3 some lines could not be used, the others were."

places_app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="المعجم الجغرافي: يبحث عن الأماكن، ويضيف إليها، ويعيّن أماكن الأخبار.\n\n"
    "The gazetteer: finds places, takes in others, and names the places of reports.",
)

PlacesDir = Annotated[
    Path | None,
    typer.Option(file_okay=False, help="Folder of imported places; by default in the user's data folder."),
]
OwnPlaces = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A table of places (.csv, .tsv) that overrides the gazetteer."),
]
As = Annotated[Listing, typer.Option("--format", help="table: columns to read. jsonl: a JSON object a line.")]


@places_app.command("find", epilog=FIND_STATUSES)
def find_command(
    name: Annotated[str, typer.Argument(help="A name in Arabic or Latin letters, with or without the head before it.")],
    country: Annotated[str | None, typer.Option(metavar="XX", help="Only places of this country (ISO code).")] = None,
    in_: Annotated[
        str | None, typer.Option("--in", metavar="ADMIN1", help="Only places of this division: name or ISO code.")
    ] = None,
    format_: As = Listing.table,
    places: OwnPlaces = None,
    places_dir: PlacesDir = None,
) -> None:
    """List the places that a name may mean, the one taken where nothing else is said first, and why."""
    from isnad.cli.places_find import run_find

    raise typer.Exit(run_find(name, country, in_, format_, (places, places_dir)))


@places_app.command("show", epilog=FIND_STATUSES)
def show_command(
    id_: Annotated[str, typer.Argument(metavar="ID", help='The id of a place, as "find" gives it.')],
    format_: As = Listing.table,
    places: OwnPlaces = None,
    places_dir: PlacesDir = None,
) -> None:
    """Show all that is known of a place."""
    from isnad.cli.places_find import run_show

    run_show(id_, format_, (places, places_dir))


@places_app.command("annotate", epilog=LINE_STATUSES)
def annotate_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE.jsonl...", help="Reports, one a line; also .gz; - for standard input.")
    ],
    output: Annotated[Path | None, typer.Option(help="File to write, whole or not at all.")] = None,
    places: OwnPlaces = None,
    places_dir: PlacesDir = None,
) -> None:
    """Name the places of each report ("text", else "title"), the likeliest place of what is told first."""
    from isnad.cli.places_annotate import run_annotate

    raise typer.Exit(run_annotate(paths, output, (places, places_dir)))


@places_app.command("import", epilog=LINE_STATUSES)
def import_command(
    path: Annotated[
        Path,
        typer.Argument(
            help="A GeoNames dump (XX.txt, with alternateNamesV2.txt beside it), a Who's On First folder or .ndjson, "
            "or a .csv or .tsv table with named columns."
        ),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Places held with other values take those of this import.")
    ] = False,
    places_dir: PlacesDir = None,
) -> None:
    """Take in places of another gazetteer; the coder uses them from the next run on."""
    from isnad.cli.places_import import run_import

    raise typer.Exit(run_import(path, places_dir, replace))


@places_app.command("coverage", epilog=LINE_STATUSES)
def coverage_command(
    of: Annotated[
        str | None, typer.Option(metavar="FILE.jsonl", help="Reports: how many of their places are known.")
    ] = None,
    format_: As = Listing.table,
    places: OwnPlaces = None,
    places_dir: PlacesDir = None,
) -> None:
    """Count the places by country, kind and source; or the share of places named in reports that are known."""
    from isnad.cli.places_coverage import run_coverage

    raise typer.Exit(run_coverage(of, format_, (places, places_dir)))
