// Texts from the bundle reach the page through these functions only: as text nodes, isolated
// from the direction of what is around them, with what cannot be seen written out.

/** What a reader would not see, or would be misled by: controls, bidi, zero width, tags. */
const hidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|(?<!\p{Emoji}\ufe0f?)\u200d/gu;

/** A name for a hidden character: `ESC`, `U+202E`. */
function nameOfHidden(character) {
  const names = { "\t": "TAB", "\r": "CR", "\u001b": "ESC", "\u0000": "NUL", "\u0007": "BEL" };
  const number = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return names[character] ?? `U+${number}`;
}

/** An element with attributes and children; texts among the children are the page's own. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return made;
}

/** A text of the bundle on the page; line feeds are kept where `lines` says so. */
function foreign(text, { lines = false } = {}) {
  const whole = element("bdi");
  const shown = lines ? String(text) : String(text).replaceAll(/\r\n|\n/g, "\u240a");
  let end = 0;
  for (const found of shown.matchAll(hidden)) {
    whole.append(shown.slice(end, found.index));
    whole.append(element("span", { class: "hidden" }, nameOfHidden(found[0])));
    end = found.index + found[0].length;
  }
  whole.append(shown.slice(end));
  return whole;
}

/** The same as plain text, for attributes, options and titles. */
function plain(text, length = 120) {
  const shown = String(text).replaceAll("\n", "\u240a").replaceAll(hidden, (c) => `\u27e8${nameOfHidden(c)}\u27e9`);
  const characters = [...shown];
  return characters.length > length ? characters.slice(0, length - 1).join("") + "\u2026" : shown;
}

/** `1,234`. */
function number(value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** `1 record`, `2 records`. */
function counted(count, one, many = one + "s") {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** `1.2 MB`. */
function size(bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** `500 ms`, `1.5 s`, `2 min`. */
function duration(milliseconds) {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${Number((milliseconds / 1000).toFixed(1))} s`;
  if (milliseconds < 3_600_000) return `${Number((milliseconds / 60_000).toFixed(1))} min`;
  return `${Number((milliseconds / 3_600_000).toFixed(1))} h`;
}
