"""A brief as one file of HTML that needs nothing else: fonts, charts, map and styles inside, no script at all."""

import base64
import re
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from isnad.publishing.brief_charts import timeline_svg
from isnad.publishing.brief_content import AreaMap, Block, Brief, Timeline
from isnad.publishing.brief_map import map_svg
from isnad.publishing.brief_voice import Voice

_WEIGHTS: Final = {"Regular": 400, "Bold": 700}
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
_NAMESPACES: Final = re.compile(r' xmlns(?::\w+)?="[^"]*"')


def brief_html(brief: Brief) -> str:
    """The page; addresses of sources stand in it as text, nothing is fetched and nothing links out."""
    voice = Voice(brief.language, brief.digits)
    template = _environment().get_template("brief.html")
    return template.render(
        brief=brief,
        policy=_POLICY,
        fonts=Markup(_fonts()),
        style=Markup(files("isnad.publishing").joinpath("templates", "brief.css").read_text("utf-8")),
        kind=lambda block: type(block).__name__,
        drawing=lambda block: Markup(_drawing(block, brief)),
        references=voice.references,
        marks=voice.marks,
        number=voice.set_words,
    )


def _drawing(block: Block, brief: Brief) -> str:
    """The SVG as it may stand inside HTML, which needs no namespaces."""
    if isinstance(block, AreaMap):
        return _NAMESPACES.sub("", map_svg(block))
    return _NAMESPACES.sub("", timeline_svg(block, brief)) if isinstance(block, Timeline) else ""


@cache
def _fonts() -> str:
    folder = files("isnad.publishing").joinpath("fonts")
    faces = []
    for name, weight in _WEIGHTS.items():
        data = base64.b64encode(folder.joinpath(f"IBMPlexSansArabic-{name}.woff2").read_bytes()).decode()
        faces.append(
            f"@font-face{{font-family:'IBM Plex Sans Arabic';font-weight:{weight};"
            f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "\n".join(faces)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("isnad.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
