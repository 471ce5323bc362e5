/* Words in the text: code points of the contract to ranges of the page, and back from a point on the screen. */

/** Where each code point of `text` begins, counted in the UTF-16 units that ranges use; one entry more for the end. */
function unitsOf(text) {
  const units = new Uint32Array(text.length + 1);
  let count = 0;
  let unit = 0;
  for (const character of text) {
    units[count++] = unit;
    unit += character.length;
  }
  units[count] = unit;
  return units.subarray(0, count + 1);
}

/** One report's text on the page: a single text node, never wrapped, so that letters keep joining. */
class Words {
  constructor(pane, text) {
    this.pane = pane;
    this.node = new Text(text);
    this.units = unitsOf(text);
    pane.replaceChildren(this.node);
  }

  /** The range of the words that `element` names in data-at ("start-end", code points), or null where none is. */
  range(element) {
    const [start, end] = element.dataset.at.split("-").map((point) => this.units[Number(point)]);
    if (start === undefined || end === undefined) return null;
    const range = new Range();
    range.setStart(this.node, start);
    range.setEnd(this.node, end);
    return range;
  }

  /** Whether the words of `range` are drawn under the point; the caret alone snaps to letters far from it. */
  static covers(range, x, y) {
    return [...range.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
  }

  /** Move the pane, and only the pane, until the words can be seen. */
  reveal(range) {
    const words = range.getBoundingClientRect();
    const pane = this.pane.getBoundingClientRect();
    if (words.top >= pane.top + 8 && words.bottom <= pane.bottom - 8) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.pane.scrollBy({ top: words.top - pane.top - pane.height / 3, behavior: calm ? "auto" : "smooth" });
  }
}
