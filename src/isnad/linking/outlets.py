"""Whose outlet a name or a web address is: "aawsat.com" and الشرق الأوسط are one root (issue 5, independence)."""

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml
from msgspec import Struct

from isnad.lexicon.loading import load_lexicon
from isnad.text.folding import fold

_HOST = re.compile(r"(?:https?://)?(?:www\.|m\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/:].*)?")


class OutletDomains(Struct, frozen=True, forbid_unknown_fields=True):
    """The table of `outlet_domains.yaml`: host to id in the lexicon."""

    domains: dict[str, str]


@cache
def outlet_key(outlet: str) -> str:
    """The lexicon's id of an outlet named so, or of whose page this is; else its folded name."""
    folded = fold(outlet).strip()
    host = _HOST.fullmatch(outlet.strip().lower())
    return (_of_host(host.group(1)) if host else None) or _named().get(folded) or folded


@cache
def outlet_domains() -> dict[str, str]:
    """The hosts whose name does not tell the outlet."""
    content = files("isnad.linking").joinpath("outlet_domains.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(content), OutletDomains).domains


def _of_host(host: str) -> str | None:
    """By the table, also for what lies under a host of it (`arabic.` …), else by the label before the ending."""
    labels = host.split(".")
    for at in range(len(labels) - 1):
        if found := outlet_domains().get(".".join(labels[at:])):
            return found
    return _bare().get(labels[-2].replace("-", ""))


@cache
def _bare() -> dict[str, str]:
    return {actor.id.replace("-", ""): actor.id for actor in load_lexicon().actors if actor.kind == "media"}


@cache
def _named() -> dict[str, str]:
    """Folded names to ids; a name of two outlets tells neither."""
    found: dict[str, set[str]] = {}
    for actor in load_lexicon().actors:
        if actor.kind == "media":
            for name in (actor.id, actor.name, *actor.forms, *actor.weak_forms):
                found.setdefault(fold(name).strip(), set()).add(actor.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
