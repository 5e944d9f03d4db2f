// What the page shows: the story, and the records as they stand in the logs.

const story = JSON.parse(document.getElementById("story").textContent);

/** Digits that a number of JavaScript would lose stay, as a text. */
function parsed(raw) {
  return JSON.parse(
    raw.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (found) => (isLosing(found) ? `"${found}"` : found)));
}

/** Whether JSON is a number with more digits than one of JavaScript has. */
function isLosing(json) {
  if (json[0] === '"') return false;
  return !Number.isFinite(Number(json)) || (/\d{16}/.test(json) && String(Number(json)) !== json);
}

/** A line of the page: `[file, line number, record]`, the record byte for byte. */
function recordOf(line, index) {
  const start = line.indexOf("{");
  const [file, place] = JSON.parse(line.slice(0, start) + "0]");
  const json = line.slice(start, -1);
  // The page has `<` as an escape with a capital letter, which no logger writes.
  const raw = json.replaceAll(/\\\\|\\u003C/g, (found) => (found === "\\u003C" ? "<" : found));
  const values = parsed(json);
  const field = (role) => {
    const value = values[story.fields[role]];
    return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
  };
  const time = field("timestamp");
  return {
    index, file, place, raw, values, time,
    at: Date.parse(time),
    level: field("level"),
    service: field("service"),
    component: field("component"),
    event: field("event"),
    message: field("message"),
    correlation: field("correlation"),
    code: field("error_code"),
    scope: field("scope"),
  };
}

const records = document.getElementById("lines").textContent.split("\n").filter(Boolean).map(recordOf);

/** The severity of a level, from 1 to 24; 0 of one that the catalog does not have. */
const severities = new Map(story.levels.map((level) => [level.name, level.severity]));

/** What a severity looks like. */
function band(level) {
  const severity = severities.get(level) ?? 0;
  if (severity >= 17) return "error";
  if (severity >= 13) return "warn";
  if (severity >= 9) return "info";
  return severity >= 5 ? "debug" : "trace";
}

/** All texts of a record, small, for searching; made when first asked for. */
function searchable(record) {
  record.search ??= textsOf(record.values).join("\n").toLowerCase();
  return record.search;
}

function textsOf(value) {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== "object") return [String(value)];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsOf(item)]);
}

/** The time from the first record to the last, with a margin, in milliseconds since 1970. */
const wholeTime = (() => {
  const from = Date.parse(story.span?.first_at ?? "");
  const to = Date.parse(story.span?.last_at ?? "");
  if (Number.isNaN(from) || Number.isNaN(to)) return undefined;
  return { from, to: Math.max(to + 1, from + 1000) };
})();

/** `18:07:23.412`, with the date where the bundle spans several days. */
function clock(at, { date = false, short = false } = {}) {
  if (Number.isNaN(at)) return "";
  const text = new Date(at).toISOString();
  const days = wholeTime && new Date(wholeTime.from).toISOString().slice(0, 10) !== new Date(wholeTime.to).toISOString().slice(0, 10);
  const time = text.slice(11, short ? 19 : 23);
  return date || days ? `${text.slice(0, 10)} ${time}` : time;
}

/** A time of a document as the page shows times; what is none is shown as it is. */
function timeText(text) {
  const at = Date.parse(text);
  const made = element("time", { class: "mono" }, Number.isNaN(at) ? foreign(text) : clock(at));
  if (!Number.isNaN(at)) made.setAttribute("datetime", new Date(at).toISOString());
  return made;
}
