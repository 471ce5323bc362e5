"""The evidence page: one file of HTML that shows every value beside the words it came from.

The file needs nothing else and asks for nothing: styles and script are inside, and its Content Security Policy lets
run only these two, by their hashes. Texts travel as JSON, not as HTML, because an HTML parser changes line ends, and
offsets (contract.md) count the code points of the text exactly as given.
"""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from isnad.model.coded import CodedReport
from isnad.publishing.wording import Label, Language, count_phrase, date_phrase, label, number_phrase, when_phrase

_SCRIPTS: Final = ("words.js", "pointing.js", "evidence.js")
_JSON_ESCAPES: Final = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def render_page(coded: Iterable[CodedReport], *, language: Language = "ar") -> str:
    """One HTML file with the evidence of all reports; `language` is the one it opens in, both are inside."""
    reports = tuple(coded)
    style, script = _read("evidence.css"), "\n".join(_read(name) for name in _SCRIPTS)
    template = _environment().get_template("evidence.html")
    return template.render(
        reports=reports,
        language=language,
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        texts=embed_json([report.text for report in reports]),
        headings=[_heading(report) for report in reports],
        titles=label("page", "title"),
    )


def embed_json(value: object) -> Markup:
    """`value` as JSON that cannot end the script element it stands in."""
    line = msgspec.json.encode(value).decode()
    return Markup(line.translate(_JSON_ESCAPES))


def in_both(words: Label) -> Markup:
    """Words in both languages, of which the page's style shows one; escaped, and isolated from text around them."""
    if words.ar == words.en:
        return Markup("<bdi>{}</bdi>").format(words.ar)
    return Markup('<span class="t" lang="ar" dir="rtl">{}</span><span class="t" lang="en" dir="ltr">{}</span>').format(
        words.ar, words.en
    )


def _heading(report: CodedReport) -> str:
    """A report in the chooser, where no markup is allowed: Unicode isolates keep names and dates each in its order."""
    parts = (report.outlet, report.published, report.id)
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("isnad.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        t=lambda group, code: in_both(label(group, code)),
        number=lambda value: in_both(number_phrase(value)),
        count=lambda value: in_both(count_phrase(value)),
        interval=lambda value: in_both(when_phrase(value)),
        day=lambda value: in_both(date_phrase(value)),
    )
    return environment


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    return files("isnad.publishing").joinpath("templates", name).read_text(encoding="utf-8")
