"""The everyday words that linking leaves out: `python -m quality.link_words ../shared/corpus/reports.jsonl.gz`.

Writes `src/isnad/linking/everyday_words.txt`: bare folded words that stand in at least one report in 180. Single words
only, no text of the corpus.
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

WORDS = Path(__file__).parent.parent / "src" / "isnad" / "linking" / "everyday_words.txt"
ONE_IN = 180


def everyday(path: Path) -> list[str]:
    """Words of at least one report in `ONE_IN`, sorted."""
    seen: Counter[str] = Counter()
    reports = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            seen.update(set(bare_words(fold(json.loads(line)["text"]))))
            reports += 1
    return sorted(word for word, count in seen.items() if count * ONE_IN >= reports)


def main() -> int:
    """Write the list and say how long it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    words = everyday(parser.parse_args().corpus)
    WORDS.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
