"""The commands that work on a record; what they do is imported when they are called."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from isnad.cli.record_reconcile import RECONCILE_STATUSES, reconcile_command
from isnad.cli.request import Borders, Request

if TYPE_CHECKING:
    from isnad.record.filtering import MentionFilter

STATUSES: Final = "Exit status: 0; 1 failure; 2 wrong use."
judge_app = typer.Typer(no_args_is_help=True, help="أحكام المراجِع. What a person decides about the record.")


class Rule(StrEnum):
    """How rival figures become one (docs/decisions/0010)."""

    isnad_default = "isnad_default"
    ucdp = "ucdp"
    acled_lowest = "acled_lowest"
    gtd_latest = "gtd_latest"


class ListFormat(StrEnum):
    """How incidents are listed."""

    table = "table"
    jsonl = "jsonl"


class NoteLanguage(StrEnum):
    """The language of a desk note."""

    ar = "ar"
    en = "en"


Author = Annotated[
    str | None, typer.Option(help="Who signs; else ISNAD_AUTHOR, the workspace's setting, the user of the machine.")
]
Reason = Annotated[str, typer.Option(help="Why; kept for ever.")]
RuleOption = Annotated[Rule, typer.Option("--rule", help="How rival figures become one.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")]
Subject = Annotated[str, typer.Argument(metavar="INCIDENT", help="Id of an incident, or of a mention it holds.")]
MentionId = Annotated[str, typer.Argument(metavar="MENTION", help="Id of a mention or incident.")]


def workspace_of(context: typer.Context) -> Path | None:
    """What `--workspace` named, before the command's name."""
    found: Path | None = context.find_root().obj
    return found


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
        app.command(name, epilog=STATUSES)(command)
    app.command("reconcile", epilog=RECONCILE_STATUSES)(reconcile_command)
    app.add_typer(judge_app, name="judge")


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
    published: Day = None,
    outlet: Annotated[str | None, typer.Option(help="For reports that do not give their own.")] = None,
    lexicon: Annotated[Path | None, typer.Option(exists=True, file_okay=False)] = None,
    places: Annotated[Path | None, typer.Option(exists=True, dir_okay=False)] = None,
    places_dir: Annotated[Path | None, typer.Option(file_okay=False)] = None,
    borders: Annotated[Borders, typer.Option("--borders")] = Borders.un,
    author: Author = None,
    again: Annotated[bool, typer.Option("--again", help="Also reports that were erased once.")] = False,
    ids: Annotated[
        bool, typer.Option("--ids", help="Print each report's outcome and id once it is on the disk.")
    ] = False,
    progress: Annotated[bool | None, typer.Option("--progress/--no-progress")] = None,
) -> None:
    """Code reports and put them on record. What is there already is not read again, so a broken-off run goes on."""
    from isnad.cli.record_add import run_add

    request = Request(
        paths=tuple(paths),
        published=published.date() if published else None,
        outlet=outlet,
        lexicon=lexicon,
        places=places,
        places_dir=places_dir,
        borders=borders,
        progress=progress,
    )
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
    rule: RuleOption = Rule.isnad_default,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="table: to look over. jsonl: one incident a line.")
    ] = ListFormat.table,
    output: Annotated[Path | None, typer.Option(help="File to write, whole or not at all.")] = None,
) -> None:
    """List the incidents on record."""
    from isnad.cli.record_list import run_list

    asked = asked_of(country, admin1, type_, actor, since, until)
    raise typer.Exit(run_list(workspace_of(context), asked, rule.value, format_.value, output))


def asked_of(
    country: str | None,
    admin1: str | None,
    types: list[str] | None,
    actor: str | None,
    since: datetime | None,
    until: datetime | None,
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


def undo_command(
    context: typer.Context,
    judgement: Annotated[int, typer.Argument(metavar="NUMBER", help="Number of the judgement.")],
    author: Author = None,
    reason: Reason = "",
) -> None:
    """Take a judgement back. It stays on record, marked; incidents become what they were (after `isnad link`)."""
    from isnad.cli.record_judge import run_undo

    raise typer.Exit(run_undo(workspace_of(context), judgement, author, reason))


def queue_command(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1, help="At most so many pairs.")] = 20
) -> None:
    """Show the pairs of mentions that the machine is unsure of, for a person to judge."""
    from isnad.cli.record_judge import run_queue

    raise typer.Exit(run_queue(workspace_of(context), limit))


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


@judge_app.command("same", epilog=STATUSES)
def same_command(
    context: typer.Context, one: MentionId, other: MentionId, author: Author = None, reason: Reason = ""
) -> None:
    """Two mentions tell one incident."""
    _judge(context, "same", (one, other), author, reason)


@judge_app.command("different", epilog=STATUSES)
def different_command(
    context: typer.Context, one: MentionId, other: MentionId, author: Author = None, reason: Reason = ""
) -> None:
    """Two mentions tell two incidents; the machine never joins them again, not through a chain either."""
    _judge(context, "different", (one, other), author, reason)


@judge_app.command("unsure", epilog=STATUSES)
def unsure_command(
    context: typer.Context, one: MentionId, other: MentionId, author: Author = None, reason: Reason = ""
) -> None:
    """It cannot be told; the pair leaves the queue."""
    _judge(context, "unsure", (one, other), author, reason)


@judge_app.command("accept", epilog=STATUSES)
def accept_command(context: typer.Context, incident: Subject, author: Author = None, reason: Reason = "") -> None:
    """The incident's record is right."""
    _judge(context, "accept", (incident,), author, reason)


@judge_app.command("reject", epilog=STATUSES)
def reject_command(context: typer.Context, incident: Subject, author: Author = None, reason: Reason = "") -> None:
    """This is no incident, or is read wrongly as a whole."""
    _judge(context, "reject", (incident,), author, reason)


@judge_app.command("correct", epilog=STATUSES)
def correct_command(
    context: typer.Context,
    incident: Subject,
    slot: Annotated[str, typer.Argument(help="type, status, when, where, perpetrators, targets, killed, …")],
    value: Annotated[str, typer.Argument(help="The right value as JSON in the contract's form, or a bare word.")],
    author: Author = None,
    reason: Reason = "",
) -> None:
    """A slot of the incident has another value; the machine's is kept beside it."""
    from isnad.cli.record_judge import run_correct

    raise typer.Exit(run_correct(workspace_of(context), incident, slot, value, author, reason))


@judge_app.command("list", epilog=STATUSES)
def judgements_command(
    context: typer.Context, undone: Annotated[bool, typer.Option("--undone", help="Those taken back, too.")] = False
) -> None:
    """Print the judgements, one a line as JSON."""
    from isnad.cli.record_judge import run_judgements

    raise typer.Exit(run_judgements(workspace_of(context), undone=undone))


def _judge(context: typer.Context, kind: str, subjects: tuple[str, ...], author: str | None, reason: str) -> None:
    from isnad.cli.record_judge import run_judge

    raise typer.Exit(run_judge(workspace_of(context), kind, subjects, author, reason))  # type: ignore[arg-type]
