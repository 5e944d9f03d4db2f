// Tables and lists of facts.

/** A table that scrolls by itself where it is too wide; columns of nothing are left out. */
function table(caption, heads, rows) {
  const isUsed = (_, column) => rows.some((cells) => cells[column] !== "");
  const head = element("tr", {}, heads.filter(isUsed).map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((cells) => element("tr", {}, cells.filter(isUsed).map((cell) => element("td", {}, cell))));
  return element(
    "div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {}, element("caption", { class: "unseen" }, caption),
      element("thead", {}, head), element("tbody", {}, body)));
}

/** A list of names with their values; those without a value are left out. */
function facts(pairs, attributes = {}) {
  return element(
    "dl", attributes,
    pairs.filter(([, value]) => value !== undefined && value !== null && value !== "")
      .map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
}

/** What stands where there is nothing to show. */
function nothing(text) {
  return element("p", { class: "nothing" }, text);
}

/** A button that changes the filter and leads to the records. */
function recordsButton(text, edit) {
  const button = element("button", { type: "button", class: "link" }, text);
  button.addEventListener("click", () => change(edit, { leadsToRecords: true }));
  return button;
}

/** A heading below a section's. */
function subtitle(text) {
  return element("h3", {}, text);
}
