"""The everyday words that linking leaves out: `python -m quality.link_words ../shared/corpus/reports.jsonl.gz`.

Writes two lists of bare folded words to `src/isnad/linking`: `everyday_words.txt`, those that stand in at least one
report in 180, and `common_words.txt`, one in 5. Single words only, no text of the corpus.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from isnad.linking.wording import bare_words
from isnad.text.folding import fold

FOLDER = Path(__file__).parent.parent / "src" / "isnad" / "linking"
LISTS = {"everyday_words.txt": 180, "common_words.txt": 5}


def frequent(path: Path) -> dict[str, list[str]]:
    """For each list the words of at least so many reports, sorted."""
    seen: Counter[str] = Counter()
    reports = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            seen.update(set(bare_words(fold(json.loads(line)["text"]))))
            reports += 1
    return {
        name: sorted(word for word, count in seen.items() if count * one_in >= reports)
        for name, one_in in LISTS.items()
    }


def main() -> int:
    """Write the lists and say how long they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    for name, words in frequent(parser.parse_args().corpus).items():
        (FOLDER / name).write_text("\n".join(words) + "\n", encoding="utf-8")
        print(f"{name}: {len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
