"""`isnad places coverage`: what the gazetteer has, and how much of what reports name."""

from collections.abc import Sequence
from typing import Final

import msgspec

from isnad.cli import SOME_NOT_CODED
from isnad.cli.output import open_output
from isnad.cli.places import Listing
from isnad.cli.places_annotate import open_annotator, readable
from isnad.cli.places_find import Chosen, lay_out
from isnad.intake.headlines import read_headlines
from isnad.intake.reading import Unreadable
from isnad.places.coverage import Coverage, Share, count_found, count_places
from isnad.places.gazetteer import load_gazetteer

_HEADS: Final = ("country", "places", "arabic", "admin1", "sources", "kinds")
_MOST_KINDS: Final = 6


def run_coverage(of: str | None, listing: Listing, chosen: Chosen) -> int:
    """Count places, or the share of places named in the reports `of` that are known; the exit status."""
    if of is None:
        _write_counts(count_places(load_gazetteer(*chosen)), listing)
        return 0
    items = list(read_headlines([of]))
    annotator = open_annotator(chosen)
    share = count_found(annotator.annotate(item.text, item.outlet) for item in readable(items))
    with open_output(None) as stream:
        stream.write(_share_line(share) if listing is Listing.jsonl else _share_text(share))
    return SOME_NOT_CODED if any(isinstance(item, Unreadable) for item in items) else 0


def _write_counts(counts: Sequence[Coverage], listing: Listing) -> None:
    with open_output(None) as stream:
        if listing is Listing.jsonl:
            stream.writelines(f"{msgspec.json.encode(line).decode()}\n" for line in counts)
        else:
            stream.write(lay_out([_HEADS, *map(_row, counts)]))


def _row(line: Coverage) -> tuple[str, ...]:
    kinds = [f"{kind} {count:,}" for kind, count in list(line.kinds.items())[:_MOST_KINDS]]
    sources = [f"{name} {count:,}" for name, count in line.sources.items()]
    numbers = (f"{line.places:,}", f"{line.arabic:,}", f"{line.division:,}")
    return (line.country or "–", *numbers, ", ".join(sources), ", ".join(kinds))


def _share_line(share: Share) -> str:
    return msgspec.json.encode({**msgspec.to_builtins(share), "share": round(share.share, 4)}).decode() + "\n"


def _share_text(share: Share) -> str:
    lines = [
        f"أخبار · reports: {share.reports:,}",
        f"فيها أماكن · that name places: {share.with_places:,}",
        f"أماكن مذكورة · places named: {share.named:,}",
        f"معروفة · of these known: {share.found:,} ({share.share:.1%})",
    ]
    if share.missing:
        lines.append("غير معروفة · not known: " + "، ".join(f"{name} ({n})" for name, n in share.missing.items()))
    return "\n".join(lines) + "\n"
