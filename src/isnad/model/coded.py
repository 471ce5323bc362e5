"""The coded report: what coding gives (contract.md). Fields are only ever added, never renamed."""

from datetime import date
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from isnad.model.showing import shown
from isnad.model.slots import Figure, Loss, Party, Victims, Weapon, When, Where
from isnad.model.span import Span

IncidentType = Literal[
    "suicide_bombing",
    "chemical_attack",
    "prison_break",
    "bombing",
    "landmine",
    "drone_strike",
    "air_strike",
    "shelling",
    "assassination",
    "execution",
    "sexual_violence",
    "abduction",
    "armed_attack",
    "clash",
    "killing",
    "territory_change",
    "interception",
    "arrest",
    "security_operation",
    "destruction",
    "riot",
    "protest",
    "displacement",
    "agreement",
    "threat",
    "deployment",
    "other",
]
Status = Literal["happened", "alleged", "denied", "disputed", "foiled", "threatened", "hypothetical"]
StatementKind = Literal["claim_of_responsibility", "threat", "call", "denial", "accusation", "report", "comment"]
Stance = Literal["asserts", "doubts", "denies", "threatens", "calls", "announces", "confirms"]
Measure = Literal["frequency", "lethality", "boldness", "complexity", "coordination", "spread", "capability", "control"]
Direction = Literal["increase", "decrease", "stable", "record"]
SituationKind = Literal[
    "control", "presence", "taxation", "recruitment", "siege", "blockade", "jamming", "movement", "detention"
]
UnreadReason = Literal[
    "refused",  # the judge found it no incident
    "generic",  # bare generic words: "violence", "the war"
    "metaphor",  # sport, politics, markets
    "accident",  # no armed or political actor
    "history",  # more than ten years before publication
    "furniture",  # other stories' headlines, tickers, comments
]


class Incident(Struct, frozen=True, kw_only=True):
    """One act of violence, coercion, contention or control as one report tells it (codebook, "The unit")."""

    id: str
    mentions: tuple[Span, ...]
    type: IncidentType
    status: Status = "happened"
    aggregate: bool = False
    incident_count: tuple[int, int | None] | None = None
    when: When | None = None
    where: Where | None = None
    perpetrators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    killed: Loss | None = None
    killed_perpetrators: Loss | None = None
    wounded: Loss | None = None
    captured: Loss | None = None
    escaped: Loss | None = None
    strength: Loss | None = None
    victims: Victims = Victims()
    figures: tuple[Figure, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    according_to: tuple[Party, ...] = ()
    claimed_by: Party | None = None
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()


class Statement(Struct, frozen=True, kw_only=True):
    """An attributed utterance that bears on the conflict; `text` is the quotation or its paraphrase as it stands."""

    start: int
    end: int
    text: str
    speaker: Party | None = None
    chain: tuple[Party, ...] = ()
    direct: bool = False
    medium: str | None = None
    kind: StatementKind = "report"
    verb: str | None = None
    stance: Stance = "asserts"


class Assessment(Struct, frozen=True, kw_only=True):
    """A sentence that says how the violence is changing or distributed (codebook, "Assessments")."""

    start: int
    end: int
    text: str
    actor: Party | None = None
    measure: Measure
    direction: Direction
    period: When | None = None
    where: Where | None = None
    according_to: tuple[Party, ...] = ()


class Situation(Struct, frozen=True, kw_only=True):
    """A lasting condition rather than an act (codebook, "Situations")."""

    start: int
    end: int
    text: str
    kind: SituationKind
    actor: Party | None = None
    where: Where | None = None
    period: When | None = None
    according_to: tuple[Party, ...] = ()


class Unread(Struct, frozen=True, kw_only=True):
    """A sentence that holds a trigger but gave no incident, and why."""

    start: int
    end: int
    text: str
    trigger: str
    reason: UnreadReason


class CodingError(Struct, frozen=True, kw_only=True):
    """Why a report could not be coded."""

    kind: str
    message: str


# `text` is kept out of the line: whoever has the input has the text, and a file of codes should not spread copies of it.
HIDDEN: Final = frozenset({"text"})
ONLY_WHEN_SET: Final = frozenset({"skipped", "error"})


class CodedReport(Struct, frozen=True, kw_only=True, omit_defaults=False):
    """What coding gives for one report: incidents, statements, assessments, situations, and what was left unread."""

    id: str
    published: date | None = None
    outlet: str | None = None
    coder: str
    text: str
    skipped: Literal["language"] | None = None
    error: CodingError | None = None
    incidents: tuple[Incident, ...] = ()
    statements: tuple[Statement, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    situations: tuple[Situation, ...] = ()
    unread: tuple[Unread, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The contract's line as plain dicts, lists, strings and numbers; days as "YYYY-MM-DD".

        Fields stand in the contract's order, None where the text does not say. A report that could not be coded gives
        only `id` and `error`; `skipped` stands only in a report that was skipped; `text` is left out.
        """
        found: dict[str, Any] = msgspec.json.decode(self.to_json())
        return found

    def to_json(self) -> str:
        """`to_dict` as one line of JSON, without a line end."""
        return msgspec.json.encode(self._line()).decode()

    def _repr_html_(self) -> str | None:
        """The incidents as a table for a notebook, right to left."""
        return shown(self)

    def _line(self) -> dict[str, Any]:
        if self.error is not None:
            return {"id": self.id, "error": self.error}
        fields = {name: getattr(self, name) for name in self.__struct_fields__ if name not in HIDDEN}
        return {name: value for name, value in fields.items() if value is not None or name not in ONLY_WHEN_SET}
