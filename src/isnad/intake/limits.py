"""How much intake takes into memory at once. A report longer than this is a mistake or an attack, not a report."""

from typing import Final

MAX_REPORT_BYTES: Final = 64 * 1024 * 1024
