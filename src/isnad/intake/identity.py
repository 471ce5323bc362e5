"""The id of a report that came without one (contract.md: hash of outlet, publication date and text)."""

from datetime import date
from hashlib import sha256
from typing import Final

import msgspec

_DIGITS: Final = 20  # 80 bits: two of a million million reports meet with a chance below one in two


def identify(text: str, published: date | None, outlet: str | None) -> str:
    """`sha256:` and the first 20 hexadecimal digits of the hash of the canonical JSON [outlet, published, text]."""
    return f"sha256:{sha256(msgspec.json.encode([outlet, published, text])).hexdigest()[:_DIGITS]}"
