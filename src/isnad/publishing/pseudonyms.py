"""Stable names in place of persons' names, and words without addresses (docs/harm.md).

A pseudonym is a keyed hash of the folded name: the same person has the same one in every export of a workspace, and
nobody without the workspace's key can test a guess at the name.
"""

import hmac
import re
from functools import lru_cache
from hashlib import sha256
from typing import Final

import msgspec

from isnad.model.slots import Party
from isnad.publishing.wariness import is_person
from isnad.text.folding import fold

_DIGITS: Final = 12
_REMEMBERED: Final = 65_536  # texts; outlets and offices come again and again
_GONE: Final = "[…]"
# Addresses of people: mail, the web, messengers' handles, telephones (Arabic digits too, with blanks and dashes).
_CONTACTS: Final = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    r"|(?:https?://|www\.)\S+"
    r"|\b(?:t\.me|wa\.me|fb\.com|facebook\.com|x\.com|twitter\.com|instagram\.com|youtube\.com)/\S+"
    r"|(?<!\w)@\w{2,64}"
    r"|(?<!\w)(?:\+|00)?\d(?:[ ().-]?\d){7,14}(?!\w)",
    re.IGNORECASE,
)


class Pseudonyms:
    """Gives pseudonyms by one key (32 hexadecimal digits or more)."""

    def __init__(self, key: str) -> None:
        self._key = key.encode()
        self._known: dict[str, str] = {}

    def of(self, name: str, kind: str = "person") -> str:
        """The pseudonym of a name, whatever its spelling of alef or its diacritics: "person-3f2a90c41b77"."""
        known = self._known.get(name)
        if known is None:
            folded = " ".join(fold(name).split())
            known = self._known[name] = hmac.new(self._key, folded.encode(), sha256).hexdigest()[:_DIGITS]
        return f"{kind}-{known}"

    def party(self, party: Party) -> Party:
        """The party; one who may be a person under their pseudonym, with no words of the report."""
        if not is_person(party):
            return party
        name = self.of(party.name)
        return msgspec.structs.replace(party, name=name, text=name, role=None)


@lru_cache(maxsize=_REMEMBERED)
def without_contacts(text: str) -> str:
    """The text with mail and web addresses, handles and telephone numbers cut out; days are left."""
    return _CONTACTS.sub(lambda found: found[0] if _is_day(found[0]) else _GONE, text)


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{1,2}[.-]\d{1,2}[.-]\d{4}", text) is not None
