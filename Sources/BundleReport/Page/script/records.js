// The records that match, a page at a time, each with all that it says.

const pageLength = 100;
let matching = [];
let page = 0;

/** Finds what matches, and shows its first page. */
function findRecords() {
  matching = records.filter((record) => isInTime(record) && matches(record));
  if (filter.order === "newest") matching.reverse();
  page = 0;
  showPage();
}

function showPage() {
  const last = Math.max(0, Math.ceil(matching.length / pageLength) - 1);
  page = Math.min(Math.max(page, 0), last);
  const start = page * pageLength;
  const rows = matching.slice(start, start + pageLength);
  document.getElementById("rows").replaceChildren(...rows.map(recordRow));
  document.getElementById("page").textContent = rows.length ? `${number(start + 1)} \u2013 ${number(start + rows.length)}` : "";
  document.getElementById("pages").hidden = last === 0;
  for (const button of document.querySelectorAll("[data-page]")) {
    const isBack = ["first", "previous"].includes(button.dataset.page);
    button.disabled = isBack ? page === 0 : page === last;
  }
  showCount();
}

function showCount() {
  const all = counted(records.length, "record");
  document.getElementById("count").textContent = isFiltered()
    ? `${counted(matching.length, "record matches", "records match")}, of ${number(records.length)}.` : `${all}.`;
}

function showCut() {
  const { records: all, shown, unreadable } = story.totals;
  const parts = [];
  if (shown < all) parts.push(`The bundle has ${number(all)} records; this page has ${number(shown)}: those from WARN on, then the newest. The logs in the archive have all.`);
  if (unreadable) parts.push(`${counted(unreadable, "line is no record and is", "lines are no records and are")} not shown.`);
  const place = document.getElementById("cut");
  place.hidden = !parts.length;
  place.textContent = parts.join(" ");
}

function recordRow(record) {
  const what = element("td", { class: "what" });
  const row = element(
    "tr", { class: band(record.level), "data-index": record.index },
    element("td", { class: "time" }, Number.isNaN(record.at) ? foreign(record.time) : element("time", { datetime: new Date(record.at).toISOString() }, clock(record.at))),
    element("td", { class: "level" }, element("span", { class: `level ${band(record.level)}` }, foreign(record.level))),
    element("td", { class: "service" }, foreign(record.service)), what,
    element("td", { class: "correlation" }, correlationButton(record.correlation)));
  what.append(recordSummary(record));
  return row;
}

/** The record in a line, which opens to all that it says. */
function recordSummary(record) {
  const where = [record.component, record.event, record.scope, ...waiting(record)].filter(Boolean);
  const details = element(
    "details", {},
    element("summary", {},
      element("span", { class: "message" }, foreign(shortened(record.message, 600))),
      record.code && element("span", { class: "code" }, foreign(record.code)),
      element("span", { class: "where" }, where.map((name, place) => [place ? " \u00b7 " : "", foreign(name)]).flat())));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(recordDetails(record));
  });
  return details;
}

/** How often it was tried, and how long it waits. */
function waiting(record) {
  const details = record.values[story.fields.details] ?? {};
  const attempt = record.values.attempt ?? details.attempt;
  const backoff = record.values.backoff_ms ?? details.backoff_ms;
  return [
    Number.isInteger(attempt) && `attempt ${attempt}`,
    Number.isInteger(backoff) && `backoff ${duration(backoff)}`,
  ];
}

function shortened(text, length) {
  return text.length > length ? `${text.slice(0, length)}\u2026 (${number(text.length)} characters)` : text;
}

function recordDetails(record) {
  const file = story.files[record.file]?.path ?? "";
  return element(
    "div", { class: "everything" },
    element("p", { class: "origin" }, foreign(file), `, line ${number(record.place)}`),
    valueTree(record.values),
    element("details", {}, element("summary", {}, "As it stands in the log"), element("pre", {}, foreign(record.raw))));
}

function correlationButton(correlation) {
  if (!correlation) return "";
  const short = [...correlation].length > 12 ? [...correlation].slice(0, 8).join("") : correlation;
  const button = element("button", { type: "button", class: "link mono", "aria-label": `Only records with the correlation ID ${plain(correlation, 80)}`, title: plain(correlation) }, foreign(short));
  button.addEventListener("click", () => change(() => (filter.correlation = correlation)));
  return button;
}
