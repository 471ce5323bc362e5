"""`isnad brief`: a situation brief of an area and a period, as HTML, DOCX or PDF; logged like any export."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from isnad.cli.record_options import STATUSES, Author, NoteLanguage, Rule, RuleOption, workspace_of

if TYPE_CHECKING:
    from isnad.assessing.facts import Fact
    from isnad.model.recorded import RecordedIncident
    from isnad.model.scope import Scope
    from isnad.publishing.brief_content import Brief
    from isnad.publishing.brief_request import Asked, Checked
    from isnad.publishing.profiles import Protect
    from isnad.publishing.pseudonyms import Pseudonyms
    from isnad.record.store import Record


class BriefDigits(StrEnum):
    """The digits of an Arabic brief."""

    latin = "latin"
    arabic = "arabic"


class BriefProfile(StrEnum):
    """Who may read the brief."""

    private = "private"
    partner = "partner"
    public = "public"


_Since = Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The first day.")]
_Until = Annotated[
    datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The last day, included.")
]


def register(app: typer.Typer) -> None:
    """Put the command under `app`."""
    app.command("brief", epilog=STATUSES)(brief_command)


def brief_command(
    context: typer.Context,
    since: _Since,
    until: _Until,
    output: Annotated[Path, typer.Option(dir_okay=False, help="The file; .html, .docx or .pdf says what it becomes.")],
    area: Annotated[
        str | None,
        typer.Option(help="Country or governorate, by code (SY, SY-DY) or name in Arabic or English; else everywhere."),
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Id of a perpetrator.")] = None,
    language: Annotated[NoteLanguage, typer.Option("--lang", help="The language of the brief.")] = NoteLanguage.ar,
    digits: Annotated[BriefDigits, typer.Option(help="Digits of an Arabic brief: 123 or ١٢٣.")] = BriefDigits.latin,
    profile: Annotated[
        BriefProfile, typer.Option(help="public: places no finer than districts, nothing of the last 72 hours.")
    ] = BriefProfile.public,
    rule: RuleOption = Rule.isnad_default,
    author: Author = None,
) -> None:
    """Write a situation brief: figures with their sources, what changed, map, timeline, contested figures, gaps."""
    from isnad.publishing.brief_request import Asked

    scope, code = _scope(area, actor)
    asked = Asked(
        scope=scope,
        area=code,
        since=since.date(),
        until=_checked_until(since.date(), until.date()),
        cut_off=datetime.now(UTC).replace(microsecond=0),
        language=language.value,
        digits=digits.value,
        profile=profile.value,
        rule=rule.value,
    )
    raise typer.Exit(run_brief(workspace_of(context), asked, output, author))


def run_brief(workspace: Path | None, asked: "Asked", output: Path, author: str | None = None) -> int:
    """Make the brief, write it whole or not at all, and log it; the exit status."""
    from msgspec.structs import replace

    from isnad.cli.recording import open_at, signer
    from isnad.publishing.brief_writing import writer_for

    write = writer_for(output)
    with open_at(workspace) as record:
        asked = replace(asked, delay_hours=record.workspace.settings.publishing.delay_hours)
        data = write(make(record, asked))
        # Logged before it has its name: a file that went out unlogged is worse than an entry without its file.
        with _written(output, data):
            record.log_export(sha256(data).hexdigest(), _note(asked, output), signer(record, author))
    return 0


def _note(asked: "Asked", output: Path) -> str:
    """What went out, for the log."""
    where = asked.area or "everywhere"
    return f"brief{output.suffix.lower()}, {asked.profile}, {asked.rule}, {where}, {asked.since} to {asked.until}"


def make(record: "Record", asked: "Asked") -> "Brief":
    """The content of the brief; one pass over the record, of which only the area's incidents stay in memory."""
    from isnad.assessing.facts import fact_of, is_counted
    from isnad.cli.record_list import incidents_of
    from isnad.publishing.brief_changes import find_changes
    from isnad.publishing.brief_making import make_brief
    from isnad.publishing.brief_request import in_scope, is_too_recent
    from isnad.publishing.profiles import LeftOut

    protect = _protector(record, asked)
    kept: list[RecordedIncident] = []
    facts: list[Fact] = []
    for incident in incidents_of(record, None, asked.rule):
        if is_too_recent(incident.when, asked):
            continue
        if is_counted(incident):
            facts.append(fact_of(incident))
        if in_scope(incident, asked.scope) and not isinstance(shown := protect(incident), LeftOut):
            kept.append(shown)
    return make_brief(
        _enough(kept, asked),
        asked,
        changes=find_changes(facts, asked),
        verdicts=_verdicts(record, facts, asked),
        coder=", ".join(record.coders()) or None,
        names=_arabic_names(),
    )


def _enough(kept: "list[RecordedIncident]", asked: "Asked") -> "list[RecordedIncident]":
    """The incidents. Raises UsageError where a public brief would be about one or two, which is a small cell itself."""
    from isnad.model.errors import UsageError
    from isnad.publishing.brief_request import select
    from isnad.publishing.brief_small_cells import FEWEST, is_small

    if is_small(len(select(kept, asked).counted), asked):
        raise UsageError(
            f"fewer than {FEWEST} incidents, which the public profile withholds: a wider area, a longer period, or "
            "--profile partner"
        )
    return kept


def _protector(record: "Record", asked: "Asked") -> "Protect":
    from isnad.places.gazetteer import load_gazetteer
    from isnad.publishing.coarsening import Coarsener
    from isnad.publishing.profiles import Protection, protector

    protection = Protection(profile=asked.profile, as_of=asked.cut_off, delay_hours=asked.delay_hours)
    return protector(protection, _pseudonyms(record, asked), lambda: Coarsener(load_gazetteer()))


def _pseudonyms(record: "Record", asked: "Asked") -> "Pseudonyms":
    """Those of the workspace; a private brief needs none, so that no key is made."""
    from isnad.publishing.pseudonyms import Pseudonyms
    from isnad.record.pseudonym_key import pseudonym_key

    return Pseudonyms("" if asked.profile == "private" else pseudonym_key(record.workspace))


def _verdicts(record: "Record", facts: "Sequence[Fact]", asked: "Asked") -> "list[Checked]":
    """The assertions that the period's reports make of the area, held against the record."""
    from isnad.cli.assess import verdicts_on
    from isnad.model.verdict import Verdict
    from isnad.publishing.brief_checked import checked_from
    from isnad.record.filtering import MentionFilter

    scope = asked.scope
    meant = MentionFilter(
        country=scope.country, admin1=scope.admin1, actor=scope.actor, since=asked.since, until=asked.until
    )
    shown = (lambda party: party) if asked.profile == "private" else _pseudonyms(record, asked).party
    found = verdicts_on(record.coded(), facts, meant)
    return [checked_from(by, verdict, asked, shown) for by, verdict in found if isinstance(verdict, Verdict)]


def _arabic_names() -> dict[str, str]:
    """Arabic names of actors and states by id, of kinds of people and facilities, and of states, by name."""
    from isnad.lexicon.loading import load_lexicon
    from isnad.publishing.arabic_names import party_labels, read_names

    labels, lexicon = party_labels(), load_lexicon()
    kinds = {
        entry.id.replace("_", " "): entry.nouns[0] for entry in (*lexicon.people, *lexicon.facilities) if entry.nouns
    }
    kinds |= {name.replace("-", " "): label for name, label in read_names().kinds.items()}
    return kinds | dict(labels) | {state.name: labels[state.id] for state in lexicon.states if state.forms}


def _scope(area: str | None, actor: str | None) -> "tuple[Scope, str | None]":
    from isnad.model.scope import Scope
    from isnad.publishing.brief_area import find_area

    if area is None:
        return Scope(actor=actor), None
    found = find_area(area)
    return Scope(actor=actor, country=found.country, admin1=found.admin1), found.code


def _checked_until(since: date, until: date) -> date:
    from isnad.model.errors import UsageError

    if until < since:
        raise UsageError(f"--to {until} is before --from {since}")
    return until


@contextmanager
def _written(output: Path, data: bytes) -> Iterator[None]:
    """Under its name only once it is whole, and what is done meanwhile has succeeded."""
    import os

    from isnad.model.errors import UsageError

    target = output.resolve()
    if not target.parent.is_dir():
        raise UsageError(f"cannot write to {output}: no such folder")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        yield
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
