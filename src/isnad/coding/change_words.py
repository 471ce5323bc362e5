"""Words that assert a change (`change_words.yaml`): loading them and finding them in a reading."""

from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

import msgspec
from msgspec import Struct

from isnad.coding.reading import Reading
from isnad.lexicon.compiling import compile_forms
from isnad.lexicon.entries import Entry
from isnad.lexicon.matching import Hit, Scanner
from isnad.model.assertion import RefusalReason
from isnad.model.coded import Direction, IncidentType, Measure
from isnad.model.errors import SettingsError

Role = Literal[
    "direction", "size", "bound", "subject", "manner", "more", "top", "compare", "link", "stop", "vague", "beside",
    "before", "year_before", "become", "ever", "deny", "unequalled", "land", "suffers", "than_before",
    "performs", "witness", "same_stretch", "done_to", "that_place",
    "says", "often",
]  # fmt: skip


class ChangeWord(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of `change_words.yaml`; what each role means stands there. `manner`: only with a manner after it.

    `factor` is after by before, `share` the part added or taken away.
    """

    role: Role
    direction: Direction | None = None
    measure: Measure | None = None
    types: tuple[IncidentType, ...] = ()
    factor: float | None = None
    share: float | None = None
    bound: Literal["about", "at_least"] | None = None
    lowest: bool = False
    manner: bool = False
    reason: RefusalReason | None = None


class Found(Struct, frozen=True):
    """Words [first, last) that are a form of `word`; `hit` says with which clitics."""

    first: int
    last: int
    word: ChangeWord
    hit: Hit


@lru_cache(maxsize=1)
def read_change_words() -> tuple[dict[str, tuple[ChangeWord, ...]], Scanner]:
    """The entries by role and a scanner for their forms: of one role the longest counts, roles may lie over each other. Raises SettingsError where the file is not of that shape."""
    import yaml

    raw = yaml.safe_load(files("isnad.coding").joinpath("change_words.yaml").read_text(encoding="utf-8"))
    try:
        words = msgspec.convert(raw, tuple[ChangeWord, ...])
    except msgspec.ValidationError as error:
        raise SettingsError("coding/change_words.yaml", str(error)) from error
    by_role = {role: tuple(word for word in words if word.role == role) for role in get_args(Role)}
    entries: dict[str, tuple[Entry, ...]] = {**by_role}
    return by_role, Scanner(compile_forms(entries))


def find_change_words(reading: Reading, first: int, last: int) -> list[Found]:
    """The words of change among words [first, last) of a reading, in order."""
    words, scanner = read_change_words()
    return [
        Found(hit.first, hit.last, words[hit.kind][hit.entry], hit)
        for hit in scanner.scan(reading.tokens)
        if first <= hit.first and hit.last <= last
    ]
