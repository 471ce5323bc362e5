"""The map of a brief as SVG, drawn from public-domain outlines: no tiles, no network, letters left to the reader's font."""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, radians, sqrt
from typing import Final

from markupsafe import escape
from msgspec import Struct

from isnad.publishing.brief_content import AreaMap
from isnad.publishing.outlines import Area, Ring, read_outlines

_WIDTH: Final = 760.0
_TALLEST: Final = 620.0
_MARGIN: Final = 0.06
_FILLS: Final = ("#d3e5f2", "#a5cbe4", "#6fa9d1", "#3a82b8", "#1a5a92")
_WAYS: Final = (0, 17, -17, 34)  # how far a label may move, down or up
_FONT: Final = "'IBM Plex Sans Arabic', 'Noto Sans Arabic', Tahoma, sans-serif"


class Frame(Struct, frozen=True):
    """The part of the world shown: plate carrée, narrowed by the cosine of its middle latitude."""

    west: float
    north: float
    scale: float
    narrow: float
    width: float
    height: float

    def put(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point stands in the picture."""
        return (longitude - self.west) * self.scale * self.narrow, (self.north - latitude) * self.scale


def map_svg(block: AreaMap) -> str:
    """The picture; empty where there is nothing to show."""
    known = read_outlines()
    subject = _subject(block, known.values())
    if not subject:
        return ""
    frame = _frame([ring for area in subject for ring in area.rings])
    shaded = {shade.code: _fill(shade.incidents, block) for shade in block.shades}
    parts = [f'<rect width="{frame.width:.0f}" height="{frame.height:.0f}" fill="#eaf0f3"/>']
    home = {area.country for area in subject}
    for area in known.values():
        path = _path(area.rings, frame)
        if path:
            fill = shaded.get(area.code, "#ffffff" if area.country in home else "#f1efe9")
            line = "#8a949c" if area.country in home else "#d5d2c9"
            parts.append(f'<path d="{path}" fill="{fill}" stroke="{line}" stroke-width="0.7"/>')
    parts += [*_circles(block, frame), *_labels(block, frame), *_legend(block, frame)]
    told = escape(block.told.text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width:.0f} {frame.height:.0f}" '
        f'width="{frame.width:.0f}" height="{frame.height:.0f}" role="img" aria-label="{told}">{"".join(parts)}</svg>'
    )


def _subject(block: AreaMap, areas: Iterable[Area]) -> list[Area]:
    """What the frame is drawn round: the division or country asked for, else where something happened."""
    every = list(areas)
    division = [area for area in every if block.division == area.code]
    if division:
        return division
    if block.country:
        return [area for area in every if area.country == block.country]
    shaded = {shade.code for shade in block.shades}
    return [area for area in every if area.code in shaded]


def _frame(rings: Sequence[Ring]) -> Frame:
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    pad = max(wide, tall) * _MARGIN
    narrow = cos(radians((max(ys) + min(ys)) / 2))
    scale = min(_WIDTH / ((wide + 2 * pad) * narrow), _TALLEST / (tall + 2 * pad))
    spare = max(0.0, (_WIDTH / scale / narrow - wide) / 2)
    return Frame(
        west=min(xs) - spare,
        north=max(ys) + pad,
        scale=scale,
        narrow=narrow,
        width=_WIDTH,
        height=(tall + 2 * pad) * scale,
    )


def _path(rings: Iterable[Ring], frame: Frame) -> str:
    drawn = []
    for ring in rings:
        points = [frame.put(*corner) for corner in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if max(xs) >= 0 and min(xs) <= frame.width and max(ys) >= 0 and min(ys) <= frame.height:
            drawn.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    return "".join(drawn)


def _fill(incidents: int, block: AreaMap) -> str:
    at = sum(incidents >= each.low for each in block.classes) - 1
    return _FILLS[max(0, min(at, len(_FILLS) - 1))]


def _circles(block: AreaMap, frame: Frame) -> Iterator[str]:
    for mark in block.marks:
        x, y = frame.put(mark.longitude, mark.latitude)
        radius = 3.5 + 2.4 * sqrt(mark.incidents)
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#d9722b" fill-opacity="0.7" '
            'stroke="#ffffff" stroke-width="1"/>'
        )


def _labels(block: AreaMap, frame: Frame) -> Iterator[str]:
    known = read_outlines()
    circles = [(*frame.put(mark.longitude, mark.latitude), 6.0) for mark in block.marks]
    taken: list[tuple[float, float, float]] = []
    for shade in sorted(block.shades, key=lambda shade: -shade.incidents):
        x, y = frame.put(*_centre(max(known[shade.code].rings, key=len)))
        half = 4.4 * len(shade.label)
        apart = [y + way for way in _WAYS if not _meets(x, y + way, half, taken)]
        clear = [line for line in apart if not _meets(x, line, half, circles)]
        if not apart:
            continue  # the tables have it: names one over the other tell nothing
        y = (clear or apart)[0]
        x = min(max(x, half), frame.width - half)
        taken.append((x, y, half))
        yield _text(x, y, shade.label, 16, anchor="middle")


def _meets(x: float, y: float, half: float, taken: Iterable[tuple[float, float, float]]) -> bool:
    return any(abs(x - other) < half + wide and abs(y - line) < 17 for other, line, wide in taken)


def _centre(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of a ring."""
    area = x = y = 0.0
    last_x, last_y = ring[-1]
    for this_x, this_y in ring:
        cross = last_x * this_y - this_x * last_y
        area, x, y = area + cross, x + (last_x + this_x) * cross, y + (last_y + this_y) * cross
        last_x, last_y = this_x, this_y
    return (x / (3 * area), y / (3 * area)) if area else ring[0]


def _text(x: float, y: float, words: str, size: int, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_FONT}" font-size="{size}" text-anchor="{anchor}" fill="#1c2429" '
        f'stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{escape(words)}</text>'
    )


def _legend(block: AreaMap, frame: Frame) -> Iterator[str]:
    top = frame.height - 20.0 * len(block.classes) - 10
    for at, (each, fill) in enumerate(zip(block.classes, _FILLS, strict=True)):
        y = top + 20 * at
        yield f'<rect x="12" y="{y:.0f}" width="18" height="12" fill="{fill}" stroke="#8a949c" stroke-width="0.5"/>'
        yield _text(36, y + 11, each.label, 14)
