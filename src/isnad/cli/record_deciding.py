"""The commands by which a person decides: `judge …`, `undo`, `queue`. What they do is imported when they are called."""

from typing import Annotated

import typer

from isnad.cli.record_options import STATUSES, Author, MentionId, Reason, Subject, workspace_of

judge_app = typer.Typer(no_args_is_help=True, help="أحكام المراجِع. What a person decides about the record.")


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


def _judge(context: typer.Context, kind: str, subjects: tuple[str, ...], author: str | None, reason: str) -> None:
    from isnad.cli.record_judge import run_judge

    raise typer.Exit(run_judge(workspace_of(context), kind, subjects, author, reason))  # type: ignore[arg-type]
