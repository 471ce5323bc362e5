/* The page: which report is open, in which language, and what the pointer and the keys do. */

const texts = JSON.parse(document.getElementById("texts").textContent);
const reports = [...document.querySelectorAll(".report")];
const chooser = document.getElementById("chooser");
const opened = new Map();
let current = null;

function openReport(index) {
  reports.forEach((report, place) => (report.hidden = place !== index));
  if (!opened.has(index)) opened.set(index, new Pointing(reports[index], texts[index]));
  current = opened.get(index);
  current.open();
  if (chooser) chooser.value = String(index);
}

/** The report an address ends with (#report-3), the first one where it names none. */
function addressed() {
  return Math.max(0, reports.findIndex((report) => `#${report.id}` === location.hash));
}

function nameCountries(language) {
  const names = new Intl.DisplayNames([language], { type: "region" });
  for (const element of document.querySelectorAll("[data-country]")) {
    if (/^[A-Z]{2}$/.test(element.dataset.country)) element.textContent = names.of(element.dataset.country);
  }
}

function speak(language) {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = document.querySelector("title").dataset[language];
  nameCountries(language);
}

const pointable = (event) => event.target.closest(".cards [data-at], .cards .card");

document.getElementById("switch").addEventListener("click", () => {
  speak(document.documentElement.lang === "ar" ? "en" : "ar");
});

chooser?.addEventListener("change", () => {
  openReport(Number(chooser.value));
  history.replaceState(null, "", `#${reports[Number(chooser.value)].id}`);
});

addEventListener("hashchange", () => reports.length && openReport(addressed()));

document.addEventListener("pointerover", (event) => {
  if (!current || event.pointerType === "touch" || event.target.closest(".text")) return;
  const element = pointable(event);
  if (element) current.show(element, element.matches("[data-at]"));
  else current.show(current.pinned);
});

document.addEventListener("pointermove", (event) => {
  if (!current || event.pointerType === "touch" || !event.target.closest(".text")) return;
  current.show(current.under(event.clientX, event.clientY)[0] ?? current.pinned);
});

document.addEventListener("focusin", (event) => {
  const element = pointable(event);
  if (current && element) current.show(element, true);
});

document.addEventListener("click", (event) => {
  if (!current || event.target.closest("summary, .top")) return;
  const inText = event.target.closest(".text");
  if (inText && !getSelection().isCollapsed && canHighlight) return; // the reader is selecting words to copy
  const element = inText ? current.under(event.clientX, event.clientY)[0] : pointable(event);
  current.pin(element ?? null);
  if (inText && element) element.closest(".card").scrollIntoView({ block: "nearest" });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") current?.pin(null);
});

document.getElementById("unsupported").hidden = canHighlight;
nameCountries(document.documentElement.lang);
if (reports.length) openReport(addressed());
