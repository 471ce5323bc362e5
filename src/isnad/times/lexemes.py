"""The word classes of the grammar: one letter each, and every surface form with its letter and its value.

A text becomes a string of such letters, one a token, so that the grammar is ordinary regular expressions over it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from isnad.times.data import words

OTHER: Final = "."
_FIRST_LETTER: Final = 0x100  # Latin Extended: letters that neither a regular expression nor folded Arabic uses
_SIGNS: Final = {"stop": "\n.؟?!؛;", "comma": "،,", "slash": "/\\", "dash": "-–—−", "open": "([", "close": ")]"}
_CONJUNCTIONS: Final = ("", "و", "ف")
_PREPOSITIONS: Final = ("", "ب", "ل")
Forms = Mapping[str, Any]


def _spread(table: Mapping[Any, str]) -> Forms:
    """A table of value to forms, turned to form to value."""
    return {form: value for value, forms in table.items() for form in forms.split()}


def _definite(forms: Forms) -> Forms:
    return {f"ال{form}": value for form, value in forms.items()}


def _units(table: Mapping[str, str], count: int | None) -> Forms:
    return {form: (unit, count) for form, unit in _spread(table).items()}


def _months(table: Mapping[int, str], calendar: str) -> Forms:
    return {form: (calendar, month) for form, month in _spread(table).items()}


def _numbers() -> dict[str, Forms]:
    """Digits by what they can be: a day of a month, a year of either calendar, another count."""
    small = {text: n for n in range(1, 32) for text in {str(n), f"{n:02}"}}
    big = {str(n): n for n in (0, *range(32, 1000))}
    return {
        "small": small,
        "big": {**big, **_spread(words.HUNDREDS)},
        "year": {str(n): n for n in range(1900, 2100)},
        "hijri_year": {str(n): n for n in range(1300, 1500)},
        "unit_word": {**_spread(words.CARDINALS), **_definite(_spread(words.CARDINALS))},
        "ten": dict.fromkeys(("عشر", "عشره", "العشر", "العشره"), 10),
        "tens": {**_spread(words.TENS), **_definite(_spread(words.TENS))},
        "ordinal": _spread(words.ORDINALS),
        "nth": _spread(words.NTH),
    }


def _periods() -> dict[str, Forms]:
    singular, plural, dual = _units(words.SINGULAR, 1), _units(words.PLURAL, None), _units(words.DUAL, 2)
    return {
        "unit": singular,
        "units": plural,
        "the_units": _definite(plural),
        "dual": dual,
        "the_dual": _definite(dual),
        "decade": {**_spread(words.DECADES), **_definite(_spread(words.DECADES))},
        "season": _spread(words.SEASONS),
        "the_season": _definite(_spread(words.SEASONS)),
        "edge": _spread(words.EDGES),
        "fraction": words.FRACTIONS,
    }


def _names() -> dict[str, Forms]:
    return {
        "month": {**_months(words.GREGORIAN, "g"), **_paired(words.MONTH_PAIRS)},
        "month_weak": _months(words.GREGORIAN_WEAK, "g"),
        "month_hijri": _months(words.HIJRI, "h"),
        "ramadan": {"رمضان": ("h", 9)},
        "first_libyan": words.FIRST_LIBYAN,
        "month_libyan": {form: ("g", month) for month, form in words.LIBYAN.items()},
        "weekday": words.WEEKDAYS,
        "weekday_bare": words.WEEKDAYS_BARE,
        "part": _spread(words.PARTS),
        "part_definite": _spread(words.PARTS_DEFINITE),
        "adverb": _spread(words.ADVERBS),
        "feast_name": words.FEAST_NAMES,
        "feast_day": {**words.FEASTS, **_paired(words.FEAST_PAIRS)},
    }


def _paired(table: Mapping[str, Mapping[str, Any]]) -> Forms:
    """Names of two words, as one token each."""
    return {
        f"{head} {form}": value for head, by in table.items() for forms, value in by.items() for form in forms.split()
    }


def _classes() -> dict[str, Forms]:
    """Every class with its forms. A later class takes a form that an earlier one has too."""
    plain = {name: dict.fromkeys(forms.split(), words.UNIT_NOUNS.get(name)) for name, forms in words.WORDS.items()}
    signs = {name: dict.fromkeys(signs) for name, signs in _SIGNS.items()}
    return {**signs, **_numbers(), **_names(), **_periods(), **plain}


def _with_clitics(form: str, name: str) -> Iterator[str]:
    """The form with every conjunction and preposition that may lean on it, itself first."""
    if name in words.BARE or not "ء" <= form[0] <= "ي":
        yield form
        return
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS[: 1 if name in words.PARTICLES else None]:
            if preposition == "ل" and form.startswith("ال"):
                yield f"{conjunction}لل{form[2:]}"
            else:
                yield f"{conjunction}{preposition}{form}"


def _lexicon() -> tuple[dict[str, str], dict[str, str], dict[str, Any]]:
    letters: dict[str, str] = {}
    classes: dict[str, str] = {}
    values: dict[str, Any] = {}
    for position, (name, forms) in enumerate(_classes().items()):
        letters[name] = chr(_FIRST_LETTER + position)
        for form, value in forms.items():
            for surface in _with_clitics(form, name):
                if surface not in words.NOT_TIMES:
                    classes[surface] = letters[name]
                    values[surface] = value
    return letters, classes, values


# LETTERS: class name to its letter. CLASS_OF: surface form to letter. VALUE_OF: surface form to value.
LETTERS, CLASS_OF, VALUE_OF = _lexicon()
