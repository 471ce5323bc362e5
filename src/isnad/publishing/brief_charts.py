"""The timeline of a brief by Vega-Lite, made to SVG and PNG without a browser by `vl-convert`."""

from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final

import msgspec

from isnad.model.errors import UsageError
from isnad.publishing.brief_content import Brief, Timeline

FONT: Final = "IBM Plex Sans Arabic"
_INK: Final = "#3b444b"
_LATIN: Final = "0123456789"
_ARABIC: Final = "٠١٢٣٤٥٦٧٨٩"


def timeline_svg(block: Timeline, brief: Brief) -> str:
    """The chart as SVG; in Arabic time runs from the right."""
    converter = _converter()
    svg: str = converter.vegalite_to_svg(timeline_spec(block, brief), format_locale=_numbers(brief))
    return svg


def picture(svg: str, scale: float = 2.5) -> bytes:
    """A drawing as PNG, for files that hold no SVG."""
    png: bytes = _converter().svg_to_png(svg, scale=scale)
    return png


def timeline_spec(block: Timeline, brief: Brief) -> dict[str, Any]:
    """The chart as Vega-Lite: bars of incidents over bars of the dead, each with its line from low to high."""
    rtl = brief.language == "ar"
    values = [msgspec.to_builtins(bar) for bar in block.bars]
    side = "right" if rtl else "left"
    x = {
        "field": "label",
        "type": "ordinal",
        "sort": None,
        "scale": {"reverse": rtl},
        "axis": {"title": None, "labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 8, "ticks": False},
    }
    whole = {"orient": side, "title": None, "format": ",d", "tickMinStep": 1, "tickCount": 4, "domain": False}
    incidents = {
        **_panel(block.incidents_name, rtl),
        "mark": {"type": "bar", "color": "#3a82b8"},
        "encoding": {"x": x, "y": {"field": "incidents", "type": "quantitative", "axis": whole}},
    }
    killed = {"field": "killed", "type": "quantitative", "axis": whole}
    span = {"y": {"field": "killed_low", "type": "quantitative"}, "y2": {"field": "killed_high"}}
    losses = {
        **_panel(block.killed_name, rtl),
        "encoding": {"x": x},
        "layer": [
            {"mark": {"type": "bar", "color": "#9aa7b0"}, "encoding": {"y": killed}},
            {"mark": {"type": "rule", "color": "#1c2429", "strokeWidth": 1.4}, "encoding": span},
        ],
    }
    return {"data": {"values": values}, "vconcat": [incidents, losses], "spacing": 14, "config": _config()}


def _panel(title: str, rtl: bool) -> dict[str, Any]:
    return {"title": {"text": title, "anchor": "end" if rtl else "start"}, "width": 680, "height": 130}


def _config() -> dict[str, Any]:
    return {
        "font": FONT,
        "background": "white",
        "view": {"stroke": None},
        "title": {"fontSize": 13, "fontWeight": 700, "color": _INK},
        "axis": {"labelFontSize": 11, "labelColor": _INK, "gridColor": "#e4e7ea", "domainColor": "#9aa7b0"},
    }


def _numbers(brief: Brief) -> dict[str, Any]:
    arabic = brief.language == "ar" and brief.digits == "arabic"
    return {
        "decimal": "٫" if arabic else ".",
        "thousands": "٬" if arabic else ",",
        "grouping": [3],
        "currency": ["", ""],
        "numerals": list(_ARABIC if arabic else _LATIN),
    }


@cache
def _converter() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError("charts need an extra: pip install 'isnad[publish]'") from error
    with as_file(files("isnad.publishing").joinpath("fonts")) as folder:
        vl_convert.register_font_directory(str(folder))
    return vl_convert
