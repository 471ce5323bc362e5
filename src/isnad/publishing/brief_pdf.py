"""A brief as PDF by typst: one template that reads the content as data, so that nobody's words become markup."""

from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from isnad.model.errors import UsageError
from isnad.publishing.brief_charts import timeline_svg
from isnad.publishing.brief_content import AreaMap, Block, Brief, Timeline
from isnad.publishing.brief_map import map_svg
from isnad.publishing.brief_voice import Voice


def brief_pdf(brief: Brief) -> bytes:
    """The pages. Raises UsageError where the package that sets them is missing."""
    made: bytes = typeset(brief, "pdf")
    return made


def typeset(brief: Brief, format_: str, **settings: Any) -> Any:
    """The pages in any format that typst writes; `png` gives a list of pictures."""
    try:
        import typst as untyped
    except ImportError as error:
        raise UsageError("PDF needs an extra: pip install 'isnad[publish]'") from error
    typst: Any = untyped  # its types know nothing of several pages
    with TemporaryDirectory(prefix="isnad-brief-") as name, as_file(files("isnad.publishing")) as package:
        folder = Path(name)
        (folder / "brief.typ").write_bytes((package / "templates" / "brief.typ").read_bytes())
        (folder / "brief.json").write_bytes(msgspec.json.encode(_told(brief, folder)))
        return typst.compile(
            str(folder / "brief.typ"),
            root=name,
            font_paths=[str(package / "fonts")],
            ignore_system_fonts=True,
            format=format_,
            timestamp=brief.cut_off.replace(microsecond=0),
            **settings,
        )


def _told(brief: Brief, folder: Path) -> dict[str, Any]:
    """The content as JSON, with the references written out and the drawings beside it as files."""
    voice = Voice(brief.language, brief.digits)
    told: dict[str, Any] = msgspec.to_builtins(brief)
    for section, made in zip(brief.sections, told["sections"], strict=True):
        made["blocks"] = [_block(block, brief, folder) for block in section.blocks]
    told["isolate"] = "\u2067" if voice.marks == "rtl" else "\u2066"
    told["pages"] = [voice.number(page) for page in range(1, 1000)]
    told["sources"] = [
        {**msgspec.to_builtins(source), "mark": voice.references((source.number,))} for source in brief.sources
    ]
    cited: dict[str, Any] = _cited(told, voice)
    return cited


def _block(block: Block, brief: Brief, folder: Path) -> dict[str, Any]:
    made: dict[str, Any] = msgspec.to_builtins(block)
    drawing = ""
    if isinstance(block, AreaMap):
        drawing = map_svg(block)
    elif isinstance(block, Timeline):
        drawing = timeline_svg(block, brief)
    if drawing:
        made["drawing"] = f"{made['type'].lower()}.svg"
        (folder / made["drawing"]).write_text(drawing, "utf-8")
    return made


def _cited(value: Any, voice: Voice) -> Any:
    """Everything that has sources gets them in words, as `cite`."""
    if isinstance(value, dict):
        made = {key: _cited(each, voice) for key, each in value.items()}
        if isinstance(value.get("sources"), (list, tuple)) and "sections" not in value:
            made["cite"] = voice.references(value["sources"])
        return made
    return [_cited(each, voice) for each in value] if isinstance(value, (list, tuple)) else value
