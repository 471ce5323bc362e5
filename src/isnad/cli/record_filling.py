"""The commands that fill a record: `init`, `add`, `link`. What they do is imported when they are called."""

from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.coding_options import BordersOption, Lexicon, Outlet, Places, PlacesDir, Published
from isnad.cli.record_options import Author, workspace_of
from isnad.cli.request import Borders, coding_request


def init_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make a workspace; made where missing.")],
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="A PostgreSQL server's database instead of a file.")
    ] = None,
) -> None:
    """Make a workspace: one folder with the record, the originals and the settings."""
    from isnad.cli.record_keep import run_init

    raise typer.Exit(run_init(folder, database))


def add_command(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="As for `isnad code`.")],
    published: Published = None,
    outlet: Outlet = None,
    lexicon: Lexicon = None,
    places: Places = None,
    places_dir: PlacesDir = None,
    borders: BordersOption = Borders.un,
    author: Author = None,
    again: Annotated[bool, typer.Option("--again", help="Also reports that were erased once.")] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Print each report's outcome and id once it is on the disk.")
    ] = False,
    progress: Annotated[bool | None, typer.Option("--progress/--no-progress")] = None,
) -> None:
    """Code reports and put them on record. What is there already is not read again, so a broken-off run goes on."""
    from isnad.cli.record_add import run_add

    request = coding_request(paths, published, outlet, lexicon, places, places_dir, borders, progress)
    raise typer.Exit(run_add(request, workspace_of(context), author, again=again, ids=ids))


def link_command(
    context: typer.Context,
    anew: Annotated[bool, typer.Option("--anew", help="Everything again, not only what is new.")] = False,
    without_publication: Annotated[
        bool, typer.Option("--without-publication", help="Withhold the day of publication from linking.")
    ] = False,
) -> None:
    """Find which mentions of which reports are one incident; only what is new is compared."""
    from isnad.cli.record_link import run_link

    raise typer.Exit(run_link(workspace_of(context), use_publication=not without_publication, anew=anew))
