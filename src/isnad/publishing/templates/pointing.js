/* Pointing: at a value to see its words and its chain, at words to see their card. */

const canHighlight = "highlights" in CSS && typeof Highlight === "function";
const GROUPS = ["said", "act", "when", "where", "who", "loss", "means", "source"];

/** Draw `ranges` as the highlight `name`; a later priority lies above an earlier one. */
function paint(name, ranges, priority) {
  if (!canHighlight) return;
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** One report under the reader's pointer. */
class Pointing {
  constructor(report, text) {
    this.report = report;
    this.words = new Words(report.querySelector(".text"), text);
    this.told = report.querySelector(".told");
    this.hint = this.told.firstElementChild;
    this.pinned = null;
    this.shown = undefined;
    this.ranges = new Map();
    for (const element of report.querySelectorAll(".cards [data-at]")) {
      const range = this.words.range(element);
      if (range) this.ranges.set(element, range);
    }
  }

  /** Draw all evidence of this report and nothing of another. */
  open() {
    GROUPS.forEach((group, order) => {
      const ranges = [...this.ranges].filter(([element]) => element.dataset.group === group).map(([, range]) => range);
      paint(group, ranges, order);
    });
    this.shown = undefined;
    this.show(this.pinned);
  }

  /** Show what belongs to a value or a card (null: nothing); `reveal` also scrolls the text to it. */
  show(element, reveal = false) {
    if (element === this.shown && !reveal) return;
    this.shown = element;
    const values = element ? this.valuesOf(element) : [];
    const chain = element ? this.chainOf(element) : null;
    const ranges = values.map((value) => this.ranges.get(value)).filter(Boolean);
    const sources = chain ? [...chain.querySelectorAll("[data-at]")].map((source) => this.ranges.get(source)).filter(Boolean) : [];
    paint("linked", sources, 20);
    paint("pointed", ranges, 30);
    this.mark(element);
    this.tell(element, chain);
    if (!canHighlight) this.select(ranges[0]);
    if (reveal && ranges.length) this.words.reveal(ranges[0]);
  }

  pin(element) {
    this.pinned = element;
    this.show(element, true);
  }

  /** The values whose words lie under a point of the text, the shortest words first. */
  under(x, y) {
    const length = (range) => range.endOffset - range.startOffset;
    return [...this.ranges]
      .filter(([, range]) => Words.covers(range, x, y))
      .sort(([, one], [, other]) => length(one) - length(other))
      .map(([element]) => element);
  }

  valuesOf(element) {
    if (element.matches("[data-at]")) return [element];
    return [...element.querySelectorAll("[data-at]")].filter((value) => !value.closest(".chain"));
  }

  /** The chain that vouches for a value: its figure's own, or else its card's. */
  chainOf(element) {
    const figure = element.closest(".sourced");
    return (figure ?? element.closest(".card")).querySelector(figure ? ".chain" : ".row > dd > .chain");
  }

  mark(element) {
    for (const marked of this.report.querySelectorAll(".marked")) marked.classList.remove("marked");
    element?.classList.add("marked");
    element?.closest(".card").classList.add("marked");
  }

  /** Write under the text what is pointed at: its label, its words, who passed it on. */
  tell(element, chain) {
    if (!element) return this.told.replaceChildren(this.hint);
    const parts = [element.closest(".row, .loss")?.querySelector("dt") ?? element.closest(".card").querySelector("h3")];
    if (element.matches("[data-at]")) parts.push(element.querySelector(".said"));
    const copies = [...parts, chain].filter(Boolean).map((part) => part.cloneNode(true));
    for (const copy of copies) for (const value of copy.querySelectorAll("[data-at]")) value.replaceWith(...value.childNodes);
    return this.told.replaceChildren(...copies);
  }

  /** Without highlights the browser's own selection shows the words. */
  select(range) {
    const selection = getSelection();
    selection.removeAllRanges();
    if (range) selection.addRange(range.cloneRange());
  }
}
