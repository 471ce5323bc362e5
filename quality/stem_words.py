"""Makes the stemmer's list of words from reports: `python -m quality.stem_words REPORTS.jsonl.gz [--least N]`.

A frequent word whose first letters look like clitics is one of its own where what would be left is no word: "وزير" is,
since "زير" hardly occurs, "وقال" is not. Only single words and no text of the reports enter the list.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from isnad.text.folding import fold
from isnad.text.stemming import prefixes, strip_endings
from isnad.text.tokens import Tokens

ROOT: Final = Path(__file__).resolve().parents[1]
WORDS: Final = ROOT / "src" / "isnad" / "text" / "stemming_words.txt"
# What is left must be this often a word, held against the whole: an article nearly always comes off, a letter does not.
SHARE_WITH_ARTICLE: Final = 0.02
SHARE_WITH: Final = {"و": 0.1, "ف": 0.1, "ب": 0.3, "ل": 0.3, "ك": 0.3, "س": 0.3}


def own_words(words: Iterable[str], least: int) -> list[str]:
    """The stems that mostly, and `least` times, occur otherwise than as a shorter one behind clitics, in order."""
    forms = Counter(word for word in words if "ء" <= word[0] <= "ي")
    stems: Counter[str] = Counter()
    for word, count in forms.items():
        stems[strip_endings(word)] += count
    own: Counter[str] = Counter()
    for word, count in forms.items():
        if not _is_parted(word, stems):
            own[strip_endings(word)] += count
    return sorted(stem for stem, count in own.items() if count >= max(least, stems[stem] / 2))


def _is_parted(word: str, stems: Counter[str]) -> bool:
    whole = stems[strip_endings(word)]
    return any(
        stems[strip_endings(rest)] >= whole * (SHARE_WITH.get(start, SHARE_WITH_ARTICLE))
        for start, rest in prefixes(word)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list; the exit status is 0."""
    parser = argparse.ArgumentParser(prog="python -m quality.stem_words", description="Make the stemmer's word list.")
    parser.add_argument("reports", type=Path, help="reports, one JSON object a line, gzipped")
    parser.add_argument("--least", type=int, default=20, help="how often a word must occur")
    asked = parser.parse_args(arguments)
    with gzip.open(asked.reports, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        found = own_words((word for text in texts for word in Tokens(fold(text)).words), asked.least)
    WORDS.write_text("\n".join(found) + "\n", encoding="utf-8")
    print(f"{len(found)} words in {WORDS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
