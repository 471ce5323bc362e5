"""The words before a place name, read backwards: kind of place, relation, direction, distance.

"على بعد 20 كيلومترا شمال شرق مدينة منبج" gives head "مدينه", wind "northeast" and 20 km. Which words say what is
data (`data/heads.yaml`).
"""

from msgspec import Struct

from isnad.places.gazetteer import ARTICLE
from isnad.places.lengths import LONGEST, read_number
from isnad.places.words import Words

LOOK_BACK = 8
CLITICS = "وفبلك"
GOVERNING = ("ب", "ل", "ك")
FARTHEST_KM = 1000.0


class Before(Struct):
    """What has been read backwards from a name so far; `start` is where the first word that counts begins.

    `directly` is the word right before the name, whatever it is; `definite` says that the head or relation has the
    article, so that what follows is an adjective or stands beside it, not in the genitive.
    """

    start: int
    head: str | None = None
    relation: str | None = None
    wind: str | None = None
    unit_km: float | None = None
    distance_km: float | None = None
    directly: str = ""
    definite: bool = False

    def said_relation(self) -> str | None:
        """The relation of contract.md: what a word says, else the direction, else "near" where a distance is given."""
        if self.relation is not None or self.wind is None:
            return self.relation or ("near" if self.distance_km is not None else None)
        return f"{self.wind}_of"


def word_start(folded: str, position: int) -> int:
    """Where the word that holds `position` begins, its clitics included."""
    return max(folded.rfind(" ", 0, position), folded.rfind("\n", 0, position)) + 1


def read_before(folded: str, start: int, words: Words) -> Before:
    """What the words before position `start`, on the same line, say about the place named there."""
    position = word_start(folded, start)
    before = Before(start=start)
    if folded[position:start].endswith(GOVERNING):
        return before  # "in X": the word before does not govern the name
    line = folded.rfind("\n", 0, start) + 1
    for count in range(LOOK_BACK):
        end = line + len(folded[line:position].rstrip(" "))
        position = word_start(folded, end) if end > line else end
        if position >= end:
            break
        word = folded[position:end]
        before.directly = before.directly if count else word
        if not _take(word, before, words):
            break
        if before.unit_km is not None:
            before.start = position
            _take_number(folded, line, position, before, words)
            break
        if bare_word(word, words) not in words.links:
            before.start = position
    return before


def _take(word: str, before: Before, words: Words) -> bool:
    """Take in one more word, right to left; False where it does not belong."""
    bare = bare_word(word, words)
    if bare in words.units:
        before.unit_km = words.units[bare]
    elif bare in words.winds:
        before.wind = _join_winds(words.winds[bare], before.wind)
    elif bare in words.relations and before.relation is None:
        before.definite = before.definite or _is_first_and_definite(word, bare, before)
        before.relation = words.relations[bare]
        before.head = before.head or (bare if bare in words.heads else None)
    elif bare in words.heads:
        before.definite = before.definite or _is_first_and_definite(word, bare, before)
        before.head = before.head or bare
    else:
        return bare in words.links or _qualifies_capital(word, before)
    return True


def _take_number(folded: str, line: int, end: int, before: Before, words: Words) -> None:
    """The number before the unit of length that begins at `end`; without one the unit says nothing."""
    ahead = folded[line:end].split()[-LONGEST:]
    number, count = (words.duals.get(folded[end:].split(" ", 1)[0], 0.0), 0)
    if not number:
        number, count = read_number(ahead, words.numbers)
    distance = number * (before.unit_km or 0.0)
    if not 0 < distance < FARTHEST_KM:
        return
    before.distance_km = distance
    for _ in range(count):
        end = word_start(folded, line + len(folded[line:end].rstrip(" ")))
    before.start = end


def read_side(folded: str, end: int, words: Words) -> tuple[str | None, int]:
    """The wind that adjectives right after a name add ("ريف حلب الشمالي الشرقي"), and where they end."""
    wind, last = None, end
    line = folded.find("\n", end)
    for word in folded[end : line if line >= 0 else len(folded)].split(" ", 4)[1:4]:
        if word not in words.sides:
            break
        wind = _join_winds(words.sides[word], wind)
        last += 1 + len(word)
    return wind, last


def _join_winds(one: str, other: str | None) -> str:
    """Two directions together: north and west is north-west, in whichever order they stand."""
    if other is None or other == one:
        return one
    pair = sorted({one, other}, key=lambda wind: wind in ("east", "west"))
    return "".join(pair) if pair[0] in ("north", "south") and pair[1] in ("east", "west") else other


def _is_first_and_definite(word: str, bare: str, before: Before) -> bool:
    return before.head is None and before.relation is None and ARTICLE in word[: word.find(bare)]


def _qualifies_capital(word: str, before: Before) -> bool:
    """An adjective between "the capital" and its name ("العاصمة السورية دمشق"); it stands right before the name."""
    return before.directly == word and before.head is None and word.startswith(ARTICLE) and word.endswith(("يه", "ي"))


def bare_word(word: str, words: Words) -> str:
    """A word of the tables without clitics and article; the word itself where no table has it."""
    less = word[1:] if word[:1] in CLITICS else word
    tried = [word, less, word.removeprefix(ARTICLE), less.removeprefix(ARTICLE)]
    if word.startswith("لل"):
        tried.append(word[2:])
    return next((form for form in tried if _known(form, words)), word)


def _known(word: str, words: Words) -> bool:
    known = word in words.heads or word in words.relations or word in words.winds
    return known or word in words.units or word in words.links
