"""The options of every command that codes reports."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.request import Borders

Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="Day of publication, for reports that do not give their own.",
    ),
]
Outlet = Annotated[str | None, typer.Option(help="Who published, for reports that do not give their own outlet.")]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        exists=True, file_okay=False, help="Folder of YAML files laid over the lexicon that comes with Isnad."
    ),
]

Places = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A table of places (.csv, .tsv) that overrides the gazetteer."),
]
PlacesDir = Annotated[
    Path | None,
    typer.Option(file_okay=False, help="Folder of imported places; by default in the user's data folder."),
]

BordersOption = Annotated[
    Borders,
    typer.Option(
        "--borders",
        help="Country of disputed places. un: what the United Nations use. de_facto: who administers. none: no country.",
    ),
]
