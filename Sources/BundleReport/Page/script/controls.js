// What the reader chooses with.

const byId = (id) => document.getElementById(id);

/** How many records have each value, the most frequent first. */
function frequencies(name) {
  const counts = new Map();
  for (const record of records) {
    if (record[name]) counts.set(record[name], (counts.get(record[name]) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function fillSelect(select, name, all) {
  select.append(element("option", { value: "" }, all));
  for (const [value, count] of frequencies(name).slice(0, 500)) {
    select.append(element("option", { value }, `${plain(value, 60)} (${number(count)})`));
  }
}

/** A button for each value; several may be pressed. */
function fillChips(place, values, name, className) {
  const counts = new Map(frequencies(name));
  for (const value of values.filter((value) => counts.has(value))) {
    const chip = element("button", { type: "button", class: `chip ${className(value)}`, "aria-pressed": "false" },
      foreign(value), element("span", { class: "number" }, number(counts.get(value))));
    chip.value = value;
    chip.addEventListener("click", () => change(() => toggle(filter[`${name}s`], value)));
    place.append(chip);
  }
}

/** Shows the filter in the controls. */
function showControls() {
  for (const name of [...names, "order"]) {
    if (byId(name).value !== filter[name]) byId(name).value = filter[name];
  }
  for (const name of ["levels", "services"]) {
    for (const chip of byId(name).children) chip.setAttribute("aria-pressed", String(filter[name].has(chip.value)));
  }
  const time = visibleTime();
  for (const name of ["from", "to"]) byId(name).value = time ? new Date(time[name]).toISOString().slice(0, 23).replace("T", " ") : "";
  byId("zoom-out").disabled = byId("zoom-all").disabled = filter.from === undefined;
  byId("clear").disabled = !isFiltered();
}

/** Waits until typing has paused. */
function paused(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 120);
  };
}

function connectFields() {
  for (const name of ["text", "correlation"]) {
    byId(name).addEventListener("input", paused(() => change(() => (filter[name] = byId(name).value.trim()))));
  }
  for (const name of ["code", "event", "scope", "order"]) {
    byId(name).addEventListener("change", () => change(() => (filter[name] = byId(name).value)));
  }
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => change(clearFilter));
}

function connectTime() {
  const read = (name) => Date.parse(`${byId(name).value.trim().replace(" ", "T").replace(/Z?$/, "Z")}`);
  const take = () => change(() => setTime(read("from"), read("to")));
  byId("from").addEventListener("change", take);
  byId("to").addEventListener("change", take);
  byId("zoom-all").addEventListener("click", () => change(() => setTime(NaN, NaN)));
  byId("zoom-out").addEventListener("click", () => change(() => {
    const third = (filter.to - filter.from) / 2;
    setTime(Math.floor(filter.from - third), Math.ceil(filter.to + third));
  }));
}

function connectPages() {
  const targets = { first: () => 0, previous: () => page - 1, next: () => page + 1, last: () => Infinity };
  byId("pages").addEventListener("click", (event) => {
    const target = targets[event.target.dataset?.page];
    if (!target) return;
    page = target();
    showPage();
    byId("records-title").scrollIntoView();
  });
}
