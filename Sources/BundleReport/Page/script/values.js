// Values of any shape, as nested lists.

/** A value of a JSON document. */
function valueTree(value, depth = 0) {
  if (value === undefined) return nothing("Not in the bundle.");
  if (value === null || typeof value !== "object") return scalar(value);
  const entries = Array.isArray(value) ? value.map((item, place) => [place, item]) : Object.entries(value);
  if (!entries.length) return element("span", { class: "mono" }, Array.isArray(value) ? "[]" : "{}");
  if (depth > 32) return element("span", { class: "mono" }, foreign(JSON.stringify(value)));
  return element(
    "dl", { class: "tree" },
    entries.map(([key, item]) => element("div", {}, element("dt", {}, foreign(key)), element("dd", {}, valueTree(item, depth + 1)))));
}

function scalar(value) {
  if (typeof value !== "string") return element("span", { class: "literal" }, String(value));
  if (value === "") return element("span", { class: "literal" }, '""');
  return element("span", { class: "text" }, foreign(value, { lines: true }));
}
