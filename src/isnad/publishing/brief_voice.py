"""How a brief speaks: its words (`brief.yaml`), numbers in the digits asked for, counted nouns in the right form."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec
import yaml
from msgspec import Struct

from isnad.model.errors import SettingsError
from isnad.model.slots import Party, Where
from isnad.places.supplement import read_rows
from isnad.publishing.brief_content import Digits
from isnad.publishing.columns import read_data
from isnad.publishing.outlines import read_outlines
from isnad.publishing.redacting import UNNAMED
from isnad.publishing.wording import Label, Language, date_phrase, label
from isnad.text.folding import fold

_ARABIC: Final = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_PERCENT: Final = {"latin": "%", "arabic": "٪"}


class Forms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A counted noun in the forms that numbers ask for (Unicode plural rules of Arabic; English has one, other)."""

    zero: str
    one: str
    two: str | None = None
    two_of: str | None = None
    few: str | None = None
    many: str | None = None
    other: str


class Counted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A counted noun in both languages."""

    ar: Forms
    en: Forms


class Words(Struct, frozen=True, kw_only=True):
    """All of `brief.yaml`."""

    count: dict[str, Counted]
    evaluative: tuple[str, ...]
    groups: dict[str, dict[str, Label]]


@cache
def read_words() -> Words:
    """The words of briefs. Raises SettingsError where the file is not of its shape."""
    raw = yaml.safe_load(files("isnad.publishing").joinpath("brief.yaml").read_text(encoding="utf-8"))
    try:
        count, evaluative = raw.pop("count"), raw.pop("evaluative")
        return msgspec.convert({"count": count, "evaluative": evaluative, "groups": raw}, Words)
    except (msgspec.ValidationError, KeyError) as error:
        raise SettingsError("publishing/brief.yaml", str(error)) from error


@cache
def _districts() -> dict[str, dict[str, str]]:
    return read_data("districts", dict[str, dict[str, str]])


@cache
def _division_names() -> Mapping[str, str]:
    """Arabic names of countries and divisions by code and by English name; the first spelling of the gazetteer."""
    found: dict[str, str] = {}
    for row in read_rows():
        if row.kind in {"country", "admin1"}:
            drawn = read_outlines().get(row.code)
            arabic = drawn.ar if drawn else row.spellings[0].removeprefix("محافظة ")
            found.setdefault(row.code, arabic)
            found.setdefault(f"{row.code[:2]} {row.name}", arabic)
    return found


@cache
def _english_names() -> Mapping[str, str]:
    return {row.code: row.name for row in read_rows() if row.kind in {"country", "admin1"}}


class Voice(Struct, frozen=True):
    """A language with the digits it writes; in English they are always Latin.

    `names` are Arabic names of parties by their ids or neutral names, for those whose words a profile took out;
    `outlets` those of outlets by what their reports call them.
    """

    language: Language
    digits: Digits = "latin"
    names: Mapping[str, str] = {}
    outlets: Mapping[str, str] = {}

    def say(self, group: str, code: str, **values: str) -> str:
        """The words of `code` in `group`, `values` set in as they are."""
        return self.of(read_words().groups[group][code]).format(**values)

    def of(self, words: Label) -> str:
        """A label in this language."""
        return words.ar if self.language == "ar" else words.en

    def number(self, value: int | float) -> str:
        """`1,234`; `١٬٢٣٤`; two decimals for what is not whole."""
        return self.set(f"{value:,}" if isinstance(value, int) else f"{value:,.2f}")

    def set(self, text: str) -> str:
        """A text of numbers in these digits; never given a text that quotes anyone."""
        return text.translate(_ARABIC) if self.digits == "arabic" and self.language == "ar" else text

    def percent(self, part: int, whole: int) -> str:
        """A share, rounded; 0 of nothing."""
        sign = _PERCENT["arabic" if self.digits == "arabic" and self.language == "ar" else "latin"]
        return self.set(str(round(100 * part / whole) if whole else 0)) + sign

    def counted(self, noun: str, value: int, *, governed: bool = False, open_: bool = False) -> str:
        """`35 incidents`, «واقعتان»; `governed` after a preposition («واقعتين»), `open_` where there may be more."""
        forms = self._forms(noun)
        form = getattr(forms, self._form(value)) or forms.other
        if governed and value == 2 and forms.two_of is not None:
            form = forms.two_of
        words = form.format(n=self.number(value))
        return self.say("span", "or_more", what=words) if open_ else words

    def _forms(self, noun: str) -> Forms:
        both = read_words().count[noun]
        return both.ar if self.language == "ar" else both.en

    def _form(self, value: int) -> str:
        if value < 2 or self.language == "en":
            return ("zero", "one")[value] if value < 2 else "other"
        if value == 2:
            return "two"
        tens = value % 100
        return "few" if 3 <= tens <= 10 else "many" if tens >= 11 else "other"

    def day(self, day: date) -> str:
        """A day with its month's name; in Arabic with both families of names."""
        return self.set_words(self.of(date_phrase(day)))

    def short_day(self, day: date) -> str:
        """A day and a month without the year, for the marks of a chart: Latin digits read from the left in any."""
        return self.set_words(f"{day.day} {self.of(label('month', day.month)).split('/')[0]}")

    def month(self, day: date) -> str:
        """A month and its year."""
        return self.set_words(f"{self.of(label('month', day.month)).split('/')[0]} {day.year}")

    def set_words(self, text: str) -> str:
        """Our own words in these digits, commas left as they are."""
        return text.translate(_ONLY_DIGITS) if self.digits == "arabic" and self.language == "ar" else text

    def time(self, at: datetime) -> str:
        """A moment, in words."""
        return self.say("head", "cut_off_time", day=self.day(at.date()), time=self.set_words(f"{at:%H:%M}"))

    def span(self, low: int, high: int | None, open_: bool = False) -> str:
        """From low to high, in words: signs between numbers turn round in a line that runs to the left."""
        if high is None or (open_ and low == high):
            return self.say("span", "at_least", low=self.number(low))
        return self.say("span", "open" if open_ else "closed", low=self.number(low), high=self.number(high))

    def join(self, parts: Iterable[str]) -> str:
        """A list in one line."""
        return ("، " if self.language == "ar" else ", ").join(parts)

    def also(self, parts: Iterable[str]) -> str:
        """A list of clauses in one line."""
        return ("؛ " if self.language == "ar" else "; ").join(parts)

    @property
    def marks(self) -> Literal["rtl", "ltr"]:
        """How marks of sources run: Latin digits from the left in both languages, Arabic ones from the right."""
        return "rtl" if self.language == "ar" and self.digits == "arabic" else "ltr"

    def references(self, sources: Sequence[int]) -> str:
        """`1–3, 7`: isolated from the text around it and set in the direction of `marks`; the page gives brackets."""
        return self.set_words(("، " if self.marks == "rtl" else ", ").join(_runs(sources)))

    def division(self, where: Where | None) -> str:
        """The name of a place's first-order division, or that it is not known."""
        if where is None or not (where.admin1 or where.admin1_code):
            return self.say("table", "unknown_division")
        if self.language == "en":
            return where.admin1 or where.admin1_code or ""
        keys = (where.admin1_code or "", f"{where.country} {where.admin1}")
        names = _division_names()
        return next((names[key] for key in keys if key in names), where.admin1 or where.admin1_code or "")

    def district(self, where: Where) -> str:
        """The name of a place's district, as its language has it; the English one where no Arabic one is known."""
        name = where.admin2 or ""
        arabic = _districts().get(where.country or "", {}).get(name) if self.language == "ar" else None
        return arabic or (self.isolated(name) if name else "")

    def area(self, code: str) -> str:
        """The name of a country or division by its code; the code itself where it has none."""
        return (_division_names() if self.language == "ar" else _english_names()).get(code, code)

    def party(self, party: Party) -> str:
        """A party as its report writes it, in Arabic; by its neutral name in English; judging words in quotes."""
        if party.name == UNNAMED or (self.language == "en" and _is_nobody(party)):
            return self.say("source", "unnamed")
        bare = party.text in {"", party.name}
        arabic = self.names.get(party.id or "", self.names.get(party.name, party.name)) if bare else party.text
        return self.quoted_if_judging(arabic if self.language == "ar" else _in_english(party.name))

    def outlet(self, name: str) -> str:
        """An outlet by its name in this language, where it is known."""
        return self.quoted_if_judging(self.outlets.get(name, name) if self.language == "ar" else name)

    def quoted_if_judging(self, name: str) -> str:
        """The name; between quotation marks where a word in it carries a judgement."""
        return self.isolated(f"«{name}»" if judges(name) and not name.startswith("«") else name)

    def isolated(self, name: str) -> str:
        """A name of the other script between Unicode isolates, so that its neighbours keep their order."""
        foreign = _ARABIC_LETTER if self.language == "en" else _LATIN_LETTER
        return f"\u2068{name}\u2069" if foreign.search(name) else name


_ARABIC_LETTER: Final = re.compile("[\u0620-\u064a]")
_LATIN_LETTER: Final = re.compile("[A-Za-z]")
_ONLY_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _is_nobody(party: Party) -> bool:
    """Is it a source of no name in words of Arabic alone ("مصادر محلية"), which an English brief cannot show."""
    return party.kind == "unnamed" and party.id is None and _ARABIC_LETTER.search(party.name) is not None


def _in_english(name: str) -> str:
    """A country by its English name where only its Arabic one is known ("الولايات المتحدة")."""
    return _countries_in_english().get(fold(name).strip(), name) if _ARABIC_LETTER.search(name) else name


@cache
def _countries_in_english() -> Mapping[str, str]:
    rows = [row for row in read_rows() if row.kind == "country"]
    return {fold(spelling).strip(): row.name for row in rows for spelling in row.spellings}


def judges(name: str) -> bool:
    """Whether a name has a word that carries a judgement (`evaluative` of brief.yaml)."""
    return any(word.removeprefix("و").removeprefix("ال").startswith(_stems()) for word in fold(name).split())


@cache
def _stems() -> tuple[str, ...]:
    return tuple(fold(stem).strip() for stem in read_words().evaluative)


def _runs(numbers: Sequence[int]) -> list[str]:
    """Sorted numbers with runs of three or more drawn together."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [
        text for run in found for text in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]
