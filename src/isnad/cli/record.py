"""The commands that work on a record, put under the program; each stands in the module named for what it is for."""

import typer

from isnad.cli.record_deciding import judge_app, queue_command, undo_command
from isnad.cli.record_filling import add_command, init_command, link_command
from isnad.cli.record_keeping import (
    backup_command,
    diff_command,
    erase_command,
    restore_command,
    retract_command,
    snapshot_command,
    verify_command,
)
from isnad.cli.record_options import ADD_STATUSES, STATUSES
from isnad.cli.record_reading import list_command, search_command, show_command, status_command
from isnad.cli.record_reconcile import RECONCILE_STATUSES, reconcile_command


def register(app: typer.Typer) -> None:
    """Put the commands of the record under `app`."""
    for name, command in (
        ("init", init_command),
        ("add", add_command),
        ("link", link_command),
        ("list", list_command),
        ("show", show_command),
        ("search", search_command),
        ("status", status_command),
        ("undo", undo_command),
        ("queue", queue_command),
        ("verify", verify_command),
        ("backup", backup_command),
        ("restore", restore_command),
        ("snapshot", snapshot_command),
        ("diff", diff_command),
        ("retract", retract_command),
        ("erase", erase_command),
    ):
        app.command(name, epilog=ADD_STATUSES if name == "add" else STATUSES)(command)
    app.command("reconcile", epilog=RECONCILE_STATUSES)(reconcile_command)
    app.add_typer(judge_app, name="judge")
