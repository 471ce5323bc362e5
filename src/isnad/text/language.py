"""Is a text in Arabic? Persian, Urdu and Kurdish share the script but not these letters and little words."""

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u0671]+")
_FOREIGN = re.compile("[پچژگڤٹڈڑںےۓڕۆێڵکیۀہھە]+")
_LITTLE = re.compile(r"\b(?:في|من|على|إلى|الى|عن|أن|ان|التي|الذي|بعد|مع|قال|هذا|هذه|بين|كما|و?ال\w{2,})\b")
_SAMPLE = 4000


def is_arabic(text: str) -> bool:
    """True for a text that is mostly Arabic. A text with no letters at all counts as Arabic (there is nothing to skip).

    Looks at the first `_SAMPLE` code points only. Some Arabic texts are typed with Persian ya and kaf; their little
    words tell them from Persian.
    """
    sample = text[:_SAMPLE]
    if _FOREIGN.search(sample) is None and _count(_ARABIC, sample) >= 0.4 * len(sample):
        return True  # the usual case, told without counting letters of other scripts
    letters = _count(_LETTERS, sample)
    if not letters:
        return True
    arabic, foreign = _count(_ARABIC, sample), _count(_FOREIGN, sample)
    if arabic + foreign < 0.4 * letters:
        return False
    if foreign <= 0.01 * arabic:
        return True
    words = len(sample.split())
    return foreign <= 0.12 * arabic and len(_LITTLE.findall(sample)) >= 0.12 * words


def _count(runs: re.Pattern[str], text: str) -> int:
    """How many code points all the runs in a text have together."""
    return len("".join(runs.findall(text)))
