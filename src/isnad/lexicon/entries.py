"""The types of lexicon entries: one for each kind of YAML file in `data/`.

Every file holds `kind` (one of `KINDS`) and `entries`. Forms are written as in print, without diacritics and clitics;
hamza, ta marbuta, digits and the like are folded on load. `nouns` and `verbs` are inflected on load
(`isnad.lexicon.inflection`); `forms` are taken as they stand.
"""

from typing import Literal

from msgspec import Struct

from isnad.model.coded import Direction, IncidentType, Measure, SituationKind, Stance, StatementKind
from isnad.model.slots import ActorKind


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all entries have: an id, an English gloss, and the words.

    `nouns` are singular, `plurals` taken as they stand but with the article; `verbs` are "past/present" (third person
    masculine singular); `passives` are verb forms whose subject suffers the act; `forms` are fixed phrases.
    """

    id: str
    gloss: str = ""
    nouns: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


class Trigger(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for an act (codebook, `type`). `weak` ones mean an act only with other evidence in the sentence.

    Where there are `objects`, the words mean the act only with one of them soon after ("فتح مسلحان النار"); they mean none
    right before a word of `unless` ("العملية السياسية", "يهدد حياة المدنيين"). Both are folded.
    """

    type: IncidentType
    weak: bool = False
    objects: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    backward: bool = False  # "العملية", "الهجوم": with the article it refers back
    assault: bool = False  # made on a place of detention it is a prison break


class Harm(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for what people suffered; `victims` (singular) and `victim_plurals` count those who did: "قتيل", "جرحى".

    `particular`: of one particular person ("اغتيال"); `alone`: the words themselves tell of one ("أردوه"); `by_gunmen`: gunmen
    after the verb did it ("خطف مسلحون").
    """

    slot: Literal["killed", "wounded", "captured", "escaped", "displaced", "missing"]
    type: IncidentType | None = None
    victims: tuple[str, ...] = ()
    victim_plurals: tuple[str, ...] = ()
    particular: bool = False
    alone: bool = False
    by_gunmen: bool = False


class People(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for people: "جندي", "مدنيون". `group` says who they are; `fights` whether they may be the attackers."""

    group: Literal["civilians", "forces", "fighters", "women", "children", "leaders", "people"]
    kind: ActorKind | None = None
    fights: bool = False
    alone: bool = True  # may name a party without more words


class Body(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for bodies that act as one: "قوات", "جماعة", "الطرفان"; unlike people they are not counted."""

    group: Literal["forces", "fighters", "people"]


class PersonName(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of persons' names. A `given` name opens one, so does a `title` or a `link` ("ابو") with a name after it.

    `maybe` ones are ordinary words too, and only go on with a name that another word has opened.
    """

    part: Literal["given", "maybe", "title", "link"]


class Facility(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for what may be attacked: "سوق", "قاعدة", "حافلة"; `armed` where forces hold it."""

    armed: bool = False
    place: bool = False  # may be where an act took place ("مطار", "سجن")


class WeaponEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weapons and means; `implies` is the type of act they point to."""

    implies: IncidentType | None = None
    strength: int = 1  # a mean of strength 2 overrides the trigger's own type


class Saying(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs and phrases of saying with their stance; `relays` where the object is a further source ("نقلت عن")."""

    stance: Stance
    kind: StatementKind = "report"
    pattern: Literal["verb", "according", "relay", "medium"] = "verb"


class SourceEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns for who speaks: unnamed sources, offices, documents, witnesses."""

    kind: ActorKind
    medium: bool = False  # "بيان", "تسجيل صوتي": the means of saying, not the speaker


class Cue(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Little words that turn what is said (`status` in the codebook) or that mark what is no incident."""

    cue: Literal[
        "negation",
        "doubt",
        "denial",
        "foil",
        "threat",
        "plan",
        "planned",
        "fear",
        "future",
        "call",
        "condition",
        "general",
        "sport",
        "accident",
        "metaphor",
        "exercise",
        "fiction",
        "furniture",
        "claim",
        "anaphora",
        "repeat",
        "blame",
        "by",
        "against",
        "result",
        "place",
        "legal",
    ]


class ActorEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An armed group, force, service, coalition, organisation or outlet under one neutral English name.

    `interaction` is the ACLED class; `weak_forms` mean it only in context; `years` say when an alias was used.
    """

    name: str
    kind: Literal["state", "non_state", "organisation", "media", "platform", "civilians"]
    interaction: str | None = None
    country: str | None = None
    parent: str | None = None
    successor: str | None = None
    weak_forms: tuple[str, ...] = ()
    years: dict[str, tuple[int | None, int | None]] = {}
    since: int | None = None
    until: int | None = None


class StateEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state: its Arabic names, the capitals that stand for its government, its demonyms."""

    name: str
    country: str
    metonyms: tuple[str, ...] = ()
    weak_forms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


class AssessmentCue(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say how violence is changing (codebook, "Assessments")."""

    measure: Measure | None = None
    direction: Direction | None = None
    alone: bool = False  # enough without a second cue


class SituationCue(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for a lasting condition (codebook, "Situations")."""

    kind: SituationKind
    alone: bool = True


KINDS: dict[str, type[Entry]] = {
    "triggers": Trigger,
    "harms": Harm,
    "people": People,
    "names": PersonName,
    "bodies": Body,
    "facilities": Facility,
    "weapons": WeaponEntry,
    "sayings": Saying,
    "sources": SourceEntry,
    "cues": Cue,
    "actors": ActorEntry,
    "states": StateEntry,
    "assessments": AssessmentCue,
    "situations": SituationCue,
}
