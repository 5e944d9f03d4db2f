// Which records are shown. The address holds the same, so that a link leads to a view.

const names = ["text", "correlation", "code", "event", "scope"];

const filter = {
  text: "", correlation: "", code: "", event: "", scope: "",
  levels: new Set(), services: new Set(),
  from: undefined, to: undefined,
  order: "newest",
};

/** Whether anything but the order is chosen. */
function isFiltered() {
  return Boolean(
    names.some((name) => filter[name]) || filter.levels.size || filter.services.size || filter.from !== undefined);
}

/** Whether a record matches, whatever its time. */
function matches(record) {
  return (
    (!filter.levels.size || filter.levels.has(record.level)) &&
    (!filter.services.size || filter.services.has(record.service)) &&
    (!filter.code || record.code === filter.code) &&
    (!filter.event || record.event === filter.event) &&
    (!filter.scope || record.scope === filter.scope) &&
    (!filter.correlation || record.correlation.startsWith(filter.correlation)) &&
    (!filter.text || searchable(record).includes(filter.text.toLowerCase())));
}

/** Whether a record is in the time that is looked at. */
function isInTime(record) {
  return filter.from === undefined || (record.at >= filter.from && record.at <= filter.to);
}

/** The time that is looked at. */
function visibleTime() {
  if (filter.from !== undefined) return { from: filter.from, to: filter.to };
  return wholeTime;
}

/** The filter as the address has it. */
function address() {
  const parts = new URLSearchParams();
  for (const name of names) {
    if (filter[name]) parts.set(name, filter[name]);
  }
  for (const level of filter.levels) parts.append("level", level);
  for (const service of filter.services) parts.append("service", service);
  if (filter.from !== undefined) {
    parts.set("from", new Date(filter.from).toISOString());
    parts.set("to", new Date(filter.to).toISOString());
  }
  if (filter.order !== "newest") parts.set("order", filter.order);
  return parts.toString();
}

/** Takes over what the address has; of what it does not know, nothing. */
function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  for (const name of names) filter[name] = parts.get(name) ?? "";
  filter.levels = new Set(parts.getAll("level"));
  filter.services = new Set(parts.getAll("service"));
  filter.order = parts.get("order") === "oldest" ? "oldest" : "newest";
  setTime(Date.parse(parts.get("from") ?? ""), Date.parse(parts.get("to") ?? ""));
}

/** Looks at a part of the time; at all of it where that is no part. */
function setTime(from, to) {
  const isPart = wholeTime && from < to && (from > wholeTime.from || to < wholeTime.to);
  filter.from = isPart ? Math.max(from, wholeTime.from) : undefined;
  filter.to = isPart ? Math.min(to, wholeTime.to) : undefined;
  if (isPart && filter.from >= filter.to) filter.from = filter.to = undefined;
}

/** Shows everything again. */
function clearFilter() {
  for (const name of names) filter[name] = "";
  filter.from = filter.to = undefined;
  filter.levels.clear();
  filter.services.clear();
}

/** Takes a value into a set, or out of it. */
function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}

/** Changes the filter, the address and the page. */
function change(edit, { leadsToRecords = false } = {}) {
  edit();
  const wanted = address();
  try {
    history.replaceState(null, "", wanted ? `#${wanted}` : location.pathname + location.search);
  } catch {
    location.hash = wanted;
  }
  update();
  if (leadsToRecords) document.getElementById("records-title").scrollIntoView();
}
