"""The commands that keep a record sound: `verify`, `backup`, `restore`, `snapshot`, `diff`, `retract`, `erase`.

What they do is imported when they are called.
"""

from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.record_options import Author, Reason, workspace_of


def verify_command(context: typer.Context) -> None:
    """Check hashes, the audit chain, references, and every span against its text; exit status 1 where any fails."""
    from isnad.cli.record_keep import run_verify

    raise typer.Exit(run_verify(workspace_of(context)))


def backup_command(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The archive to write (.tar.gz).")],
) -> None:
    """Write the whole workspace into one archive, alike for both databases."""
    from isnad.cli.record_keep import run_backup

    raise typer.Exit(run_backup(workspace_of(context), path))


def restore_command(
    path: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new workspace's folder.")],
    database: Annotated[str | None, typer.Option(metavar="URL")] = None,
) -> None:
    """Make a new workspace from an archive, and verify it."""
    from isnad.cli.record_keep import run_restore

    raise typer.Exit(run_restore(path, folder, database))


def snapshot_command(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="A new name; without one, those kept.")] = None,
) -> None:
    """Keep the state of all incidents under a name, or print the names kept."""
    from isnad.cli.record_keep import run_snapshot

    raise typer.Exit(run_snapshot(workspace_of(context), name))


def diff_command(
    context: typer.Context,
    before: Annotated[str, typer.Argument(help="A snapshot.")],
    after: Annotated[str | None, typer.Argument(help="A later one; without it, the record as it is.")] = None,
) -> None:
    """Say what was added, removed, merged, split, corrected since a snapshot."""
    from isnad.cli.record_keep import run_diff

    raise typer.Exit(run_diff(workspace_of(context), before, after))


def retract_command(
    context: typer.Context,
    report: Annotated[str, typer.Argument(help="Id of a report.")],
    author: Author = None,
    reason: Reason = "",
    reinstate: Annotated[bool, typer.Option("--reinstate", help="Take the mark away again.")] = False,
) -> None:
    """Mark a report as taken back by its outlet: its figures leave the best values."""
    from isnad.cli.record_keep import run_retract

    raise typer.Exit(run_retract(workspace_of(context), report, author, reason, reinstate=reinstate))


def erase_command(
    context: typer.Context,
    report: Annotated[str, typer.Argument(help="Id of a report.")],
    reason: Annotated[str, typer.Option(help="Why; kept for ever in the audit chain.")],
    author: Author = None,
) -> None:
    """Erase a report for good: text, words, original. A tombstone stays, and the audit chain still verifies."""
    from isnad.cli.record_keep import run_erase

    raise typer.Exit(run_erase(workspace_of(context), report, author, reason))
