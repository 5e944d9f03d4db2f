// Made from page.html, style/ and script/ by scripts/embed-templates.py; do not edit.
// To make it again: make build
// swift-format-ignore-file

extension BundlePage {
  static let beforeStory =
#"""
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-85QXu38/j6Ua97ogGw5n4lXyc7bWaRCKdcO78k+JbN4='; script-src 'sha256-BlrW80BVz8SY/6isV5puwonkzTbb1+TZRGHTNDKKdVk='; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Diagnostics bundle</title>
<style>
/* Colours, type and what every part is made of. Contrast of text is 4.5 and more in both. */
:root {
  color-scheme: light dark;
  --page: #f5f6f8;
  --card: #ffffff;
  --line: #d5d9e0;
  --text: #1c2128;
  --muted: #555e6b;
  --accent: #0a58ca;
  --accent-soft: #e3edfc;
  --bad: #b42318;
  --bad-soft: #fdeceb;
  --warn: #8a5300;
  --warn-soft: #fdf3e0;
  --good: #17693a;
  --good-soft: #e6f5ec;
  --error-fill: #d92d20;
  --warn-fill: #e79a16;
  --info-fill: #4c8fd9;
  --debug-fill: #9aaac0;
  --trace-fill: #c3ccd8;
  --rest-fill: #e3e6eb;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}

@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1318;
    --card: #171c23;
    --line: #2e3642;
    --text: #e4e9f0;
    --muted: #9da8b7;
    --accent: #79b0ff;
    --accent-soft: #1a2c47;
    --bad: #ff958a;
    --bad-soft: #3a1b1a;
    --warn: #f2b34c;
    --warn-soft: #35280f;
    --good: #6fd195;
    --good-soft: #14301f;
    --error-fill: #f0594c;
    --warn-fill: #e0a030;
    --info-fill: #4c8ed6;
    --debug-fill: #64748b;
    --trace-fill: #465162;
    --rest-fill: #262d37;
  }
}

*, ::before, ::after { box-sizing: border-box; }

html { scroll-padding-top: 1rem; }

body {
  margin: 0 auto;
  max-width: 84rem;
  padding: 1.5rem clamp(0.75rem, 3vw, 2rem) 4rem;
  background: var(--page);
  color: var(--text);
  font: 15px/1.5 var(--sans);
  overflow-wrap: anywhere;
}

h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 2.2rem 0 0.7rem; font-size: 1.15rem; }
h3 { margin: 1.2rem 0 0.4rem; font-size: 0.95rem; }
p { margin: 0.4rem 0; }

:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }

.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; top: 0; padding: 0.5rem 1rem; background: var(--card); color: var(--accent); }
.skip:focus { left: 0; z-index: 1; }

.mono, time, code, pre { font-family: var(--mono); font-size: 0.92em; }
.remark, .nothing { color: var(--muted); font-size: 0.88rem; }

/* What cannot be seen, written out. */
.hidden {
  margin: 0 1px;
  padding: 0 3px;
  border: 1px solid currentColor;
  border-radius: 3px;
  color: var(--warn);
  font: 600 0.72em/1.2 var(--mono);
  unicode-bidi: isolate;
}

button, input, select { font: inherit; color: inherit; }

button, input, select {
  min-height: 2.2rem;
  padding: 0.3rem 0.7rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--card);
}

button { cursor: pointer; }
button:hover:not(:disabled) { border-color: var(--accent); }
button:disabled { color: var(--muted); cursor: default; opacity: 0.6; }

.link { min-height: 0; padding: 0; border: 0; border-radius: 3px; background: none; color: var(--accent); text-align: start; text-decoration: underline; text-underline-offset: 2px; }

.bar { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem 0.75rem; margin: 0.6rem 0; }

.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }

table { width: 100%; border-collapse: collapse; }
th { color: var(--muted); font-weight: 600; font-size: 0.82rem; text-align: start; white-space: nowrap; }
.scroll { overflow-wrap: normal; }
.scroll td { min-width: 5.5rem; }
th, td { padding: 0.45rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
tbody tr:last-child td { border-bottom: 0; }

/* Header, verdict, cards, lists of facts. */
.kind { margin: 0; color: var(--muted); font-size: 0.82rem; letter-spacing: 0.04em; text-transform: uppercase; }

.identity { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; margin: 0.7rem 0 0; font-size: 0.88rem; }
.identity dt { color: var(--muted); font-size: 0.78rem; }
.identity dd { margin: 0; }

.notice { margin: 1rem 0 0; padding: 0.7rem 1rem; border-inline-start: 4px solid var(--bad); background: var(--bad-soft); color: var(--bad); font-weight: 600; }

.facts { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1.3rem 0 0; padding: 0; list-style: none; }
.facts li { padding: 0.45rem 0.85rem; border-inline-start: 4px solid currentColor; border-radius: 4px; background: var(--card); font-weight: 600; }
.facts .bad { background: var(--bad-soft); color: var(--bad); }
.facts .warn { background: var(--warn-soft); color: var(--warn); }
.facts .good { background: var(--good-soft); color: var(--good); }
.facts .note { color: var(--muted); font-weight: 400; }

.card { padding: 0.8rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.card h3 { margin: 0 0 0.3rem; }
.card.bad { border-inline-start: 4px solid var(--error-fill); }

#errors { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 0.75rem; }
#processes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 0.75rem; }

.error-code h3 { font-size: 1.02rem; }
.code { color: var(--bad); font: 600 0.92em var(--mono); }
.category { margin-inline-start: 0.6rem; color: var(--muted); font-weight: 400; font-size: 0.85rem; }
.operator { font-weight: 600; }
.user { color: var(--muted); font-size: 0.88rem; }
.seen { color: var(--muted); font-size: 0.85rem; }

.pairs { margin: 0; }
.pairs > div { display: grid; grid-template-columns: minmax(8rem, 10rem) 1fr; gap: 0.1rem 0.75rem; padding: 0.12rem 0; }
.pairs dt { color: var(--muted); }
.pairs dd { margin: 0; }

.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 0 2rem; }
.columns h3 { margin-top: 0.4rem; }

.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.5rem 0; }
.tag { padding: 0.1rem 0.6rem; border: 1px solid var(--line); border-radius: 99px; background: var(--card); font-size: 0.85rem; }

.tree { margin: 0; font-size: 0.88rem; }
.tree > div { display: flex; flex-wrap: wrap; gap: 0 0.6rem; padding: 0.08rem 0; }
.tree dt { color: var(--muted); font-family: var(--mono); font-size: 0.95em; }
.tree dd { margin: 0; min-width: 0; }
.tree dd:has(> .tree) { flex-basis: 100%; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); }
.text { white-space: pre-wrap; }
.literal { color: var(--accent); font-family: var(--mono); }

/* The timeline, the backoff, and the chips above them. */
.chart { min-height: 2rem; padding: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--card); overflow: hidden; }
.chart:empty { display: none; }
.chart svg { display: block; touch-action: pan-y; user-select: none; -webkit-user-select: none; }
#timeline svg, #backoff > svg { cursor: crosshair; }
#backoff { margin-top: 0.75rem; }

.chart text { fill: var(--muted); font: 11px var(--sans); }
.chart text.tick { paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
.chart text.lane { fill: var(--text); font-weight: 600; }
.mark { stroke: var(--line); stroke-dasharray: 2 4; }
.base { stroke: var(--line); }
.rest { fill: var(--rest-fill); }
rect.error { fill: var(--error-fill); }
rect.warn { fill: var(--warn-fill); }
rect.info { fill: var(--info-fill); }
rect.debug { fill: var(--debug-fill); }
rect.trace { fill: var(--trace-fill); }
.brush { fill: var(--accent); opacity: 0.2; pointer-events: none; }
line.moment { stroke: var(--muted); stroke-width: 1.5; }
line.moment.note { stroke-dasharray: 4 3; }
line.moment.bad { stroke: var(--error-fill); }
line.moment.good { stroke: var(--good); }
.chart text.moment { font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 4px; }
.chart text.moment.bad { fill: var(--bad); }
.chart text.moment.good { fill: var(--good); }

.scope0 { fill: var(--accent); }
.scope1 { fill: var(--warn-fill); }
.scope2 { fill: var(--good); }
.scope3 { fill: var(--error-fill); }
.scope4 { fill: var(--muted); }
.scope5 { fill: var(--text); }
.scope6 { fill: var(--debug-fill); }

.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; margin: 0; padding: 0.5rem 0.75rem 0; font-size: 0.85rem; }
.key { display: inline-flex; align-items: center; gap: 0.3rem; }

.chips { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.chip { display: inline-flex; align-items: center; gap: 0.45rem; min-height: 1.9rem; padding: 0.15rem 0.75rem; border-radius: 99px; font-size: 0.88rem; }
.chip::before { content: ""; width: 0.65em; height: 0.65em; border-radius: 2px; background: currentColor; }
.chip.service::before { display: none; }
.chip.error::before { background: var(--error-fill); }
.chip.warn::before { background: var(--warn-fill); }
.chip.info::before { background: var(--info-fill); }
.chip.debug::before { background: var(--debug-fill); }
.chip.trace::before { background: var(--trace-fill); }
.chip[aria-pressed="true"] { border-color: var(--accent); background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent); }
.chip .number { color: var(--muted); font-size: 0.9em; font-variant-numeric: tabular-nums; }

.bar label { display: inline-flex; align-items: center; gap: 0.4rem; color: var(--muted); font-size: 0.85rem; }
.bar input { width: 14.5rem; color: var(--text); font-family: var(--mono); font-size: 0.95em; }

/* Filters and the records. */
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.6rem; align-items: end; }
.filters label { display: grid; gap: 0.15rem; color: var(--muted); font-size: 0.82rem; }
.filters .wide { grid-column: span 2; }
.filters input, .filters select { width: 100%; min-width: 0; color: var(--text); }
.count { font-weight: 600; }

table.records { border: 1px solid var(--line); background: var(--card); font-size: 0.88rem; table-layout: fixed; }
.records th:nth-child(1) { width: 8.6rem; }
.records th:nth-child(2) { width: 5rem; }
.records th:nth-child(3) { width: 6.5rem; }
.records th:nth-child(5) { width: 7.2rem; }
.records td { padding: 0.3rem 0.6rem; }
.records .time, .records .correlation { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.records tr.error td:first-child { box-shadow: inset 3px 0 var(--error-fill); }
.records tr.warn td:first-child { box-shadow: inset 3px 0 var(--warn-fill); }

.level { font-weight: 600; font-size: 0.92em; }
.level.error { color: var(--bad); }
.level.warn { color: var(--warn); }
.level.debug, .level.trace { color: var(--muted); font-weight: 400; }

.records summary { cursor: pointer; list-style-position: outside; margin-inline-start: 1rem; }
.records summary .code { margin-inline-start: 0.5rem; }
.records .where { display: block; color: var(--muted); font-size: 0.92em; }
.everything { margin: 0.4rem 0 0.6rem 1rem; padding: 0.6rem 0.8rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page); }
.everything pre { margin: 0.4rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.everything summary { margin-top: 0.5rem; color: var(--muted); }
.origin { margin-top: 0; color: var(--muted); font-size: 0.92em; }
.pages { justify-content: center; align-items: center; }
.pages[hidden] { display: none; }

/* Narrow screens, paper, and readers who want more contrast. */
@media (max-width: 44rem) {
  .bar label { flex: 1 1 100%; justify-content: space-between; }
  .bar label input { flex: 0 1 14rem; min-width: 0; }
  .filters { grid-template-columns: 1fr 1fr; }
  .filters button { align-self: end; }
  .pairs > div { grid-template-columns: minmax(6rem, 8rem) 1fr; }
  table.records, .records tbody { display: block; }
  .records thead { display: none; }
  .records tr { display: flex; flex-wrap: wrap; gap: 0 0.7rem; padding: 0.45rem 0.6rem; border-bottom: 1px solid var(--line); }
  .records tr td { padding: 0; border: 0; }
  .records tr.error td:first-child, .records tr.warn td:first-child { box-shadow: none; }
  .records tr.error { box-shadow: inset 3px 0 var(--error-fill); }
  .records tr.warn { box-shadow: inset 3px 0 var(--warn-fill); }
  .records .what { order: 1; flex: 1 0 100%; min-width: 0; }
  .records .correlation { margin-inline-start: auto; }
}

@media (prefers-contrast: more) {
  :root { --muted: var(--text); --line: var(--text); }
}

@media (forced-colors: active) {
  .chart rect, .chart path, .chart circle, .chip::before { forced-color-adjust: none; }
}

@media print {
  body { max-width: none; padding: 0; background: none; font-size: 10pt; }
  .skip, .bar button, .bar input, .bar label, .filters, .pages button { display: none; }
  .card, .records tr, .chart { break-inside: avoid; }
  h2 { break-after: avoid; }
  .scroll { overflow: visible; }
}
</style>
</head>
<body>
<a class="skip" href="#records-title">Skip to the records</a>
<header>
  <p class="kind">Diagnostics bundle</p>
  <h1 id="product"></h1>
  <dl id="identity" class="identity"></dl>
</header>
<main>
  <noscript><p class="notice">This page needs its script to show what is in the bundle. <code>codebook bundle show</code> shows it in a terminal.</p></noscript>
  <p id="notice" class="notice" hidden></p>
  <section aria-labelledby="verdict-title">
    <h2 id="verdict-title" class="unseen">What happened</h2>
    <ul id="facts" class="facts"></ul>
  </section>

  <section aria-labelledby="errors-title">
    <h2 id="errors-title">Error codes</h2>
    <div id="errors"></div>
  </section>

  <section aria-labelledby="timeline-title">
    <h2 id="timeline-title">Timeline</h2>
    <div class="bar">
      <div id="levels" class="chips" role="group" aria-label="Levels"></div>
      <div id="services" class="chips" role="group" aria-label="Services"></div>
    </div>
    <div id="timeline" class="chart"></div>
    <div class="bar">
      <label>From <input id="from" inputmode="numeric" autocomplete="off" spellcheck="false" aria-describedby="time-remark"></label>
      <label>To <input id="to" inputmode="numeric" autocomplete="off" spellcheck="false" aria-describedby="time-remark"></label>
      <button id="zoom-out" type="button">Zoom out</button>
      <button id="zoom-all" type="button">All time</button>
    </div>
    <p id="time-remark" class="remark">Times are UTC. Drag over the chart, or choose a bar, to zoom. Heights grow with the square root of the number of records; grey is what the filters leave out.</p>
  </section>

  <section aria-labelledby="scopes-title">
    <h2 id="scopes-title">Reconnects and rate limits</h2>
    <div id="scopes"></div>
    <div id="backoff" class="chart"></div>
  </section>

  <section aria-labelledby="processes-title">
    <h2 id="processes-title">Processes</h2>
    <div id="processes"></div>
  </section>

  <section aria-labelledby="records-title">
    <h2 id="records-title" tabindex="-1">Records</h2>
    <form id="filters" class="filters" role="search" aria-label="Records">
      <label class="wide">Text <input id="text" type="search" autocomplete="off" spellcheck="false"></label>
      <label class="wide">Correlation ID <input id="correlation" type="search" autocomplete="off" spellcheck="false"></label>
      <label>Error code <select id="code"></select></label>
      <label>Event <select id="event"></select></label>
      <label>Scope <select id="scope"></select></label>
      <label>Order <select id="order"><option value="newest">Newest first</option><option value="oldest">Oldest first</option></select></label>
      <button id="clear" type="button">Clear filters</button>
    </form>
    <p id="count" class="count" role="status"></p>
    <p id="cut" class="remark" hidden></p>
    <table class="records">
      <caption class="unseen">Records that match the filters</caption>
      <thead><tr><th scope="col">Time</th><th scope="col">Level</th><th scope="col">Service</th><th scope="col">What</th><th scope="col">Correlation</th></tr></thead>
      <tbody id="rows"></tbody>
    </table>
    <nav id="pages" class="bar pages" aria-label="Pages of records">
      <button type="button" data-page="first">First</button>
      <button type="button" data-page="previous">Previous</button>
      <span id="page"></span>
      <button type="button" data-page="next">Next</button>
      <button type="button" data-page="last">Last</button>
    </nav>
  </section>

  <section aria-labelledby="environment-title">
    <h2 id="environment-title">Environment and configuration</h2>
    <div id="environment" class="columns"></div>
  </section>

  <section aria-labelledby="bundle-title">
    <h2 id="bundle-title">What is in the bundle, and what is not</h2>
    <div id="bundle"></div>
  </section>
</main>
<script type="application/json" id="story">
"""#

  static let beforeRecords =
#"""
</script>
<script type="text/plain" id="lines">
"""#

  static let end =
#"""
</script>
<script>
"use strict";

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

// Everything but charts and records.

function showHeader() {
  const app = story.app ?? {};
  const platform = story.platform ?? {};
  const name = app.name ?? story.product ?? "Diagnostics bundle";
  document.title = `${plain(name, 60)} diagnostics ${(story.generated_at ?? "").slice(0, 16).replace("T", " ")}`.trim();
  document.getElementById("product").append(foreign(name));
  const version = [app.version, app.build && `(build ${app.build})`].filter(Boolean).join(" ");
  const system = [platform.os, platform.os_version, platform.architecture].filter(Boolean).join(" ");
  const matches = { true: "", false: ", not the one at hand" }[story.catalog?.matches] ?? "";
  document.getElementById("identity").replaceWith(facts([
    ["Version", version && foreign(version)],
    ["Platform", system && foreign(system)],
    ["Made", story.generated_at && element("time", { class: "mono", datetime: story.generated_at }, foreign(story.generated_at))],
    ["Session", story.session_id && element("span", { class: "mono" }, foreign(story.session_id))],
    ["Catalog", story.catalog?.version && foreign(story.catalog.version + matches)],
    ["Archive", foreign(story.archive)],
  ], { id: "identity", class: "identity" }));
}

function showVerdict() {
  const notice = document.getElementById("notice");
  notice.hidden = !story.notice;
  notice.textContent = story.notice ?? "";
  document.getElementById("facts").append(
    ...story.facts.map((fact) => element("li", { class: fact.tone }, foreign(fact.text))));
}

function showErrors() {
  const place = document.getElementById("errors");
  if (!story.errors.length) place.append(nothing("No record in the bundle has an error code."));
  else place.append(...story.errors.map(errorCard));
}

function errorCard(error) {
  const show = recordsButton(counted(error.count, "record"), () => {
    clearFilter();
    filter.code = error.code;
  });
  const period = error.count === 1
    ? [timeText(error.last_at)] : [timeText(error.first_at), " \u2013 ", timeText(error.last_at)];
  return element(
    "article", { class: "card error-code" },
    element("h3", {}, element("span", { class: "code" }, foreign(error.code)),
      error.category && element("span", { class: "category" }, foreign(error.category))),
    element("p", { class: "operator" }, error.operator_message
      ? foreign(error.operator_message) : "The catalog at hand does not have this code."),
    error.user_message && element("p", { class: "user" }, "The user read: ", element("q", {}, foreign(error.user_message))),
    element("p", { class: "seen" }, show, " ", ...period, " ", foreign(error.services.join(", "))));
}

function showScopes() {
  const place = document.getElementById("scopes");
  if (!story.scopes.length) {
    place.append(nothing("Nothing was reconnected, held back or rate limited."));
    return;
  }
  const rows = story.scopes.map((scope) => [
    element("span", { class: "mono" }, foreign(scope.scope)),
    scope.attempts === undefined ? "" : number(scope.attempts) + (scope.successes === undefined ? "" : ` (${number(scope.successes)} succeeded)`),
    backoffText(scope),
    scope.rate_limits === undefined ? "" : [number(scope.rate_limits), scope.rate_limited_at && [", last at ", timeText(scope.rate_limited_at)]].flat(),
    scope.problems ? recordsButton(number(scope.problems), () => {
      clearFilter();
      filter.scope = scope.scope;
      filter.levels = new Set(story.levels.filter((level) => level.severity >= 13).map((level) => level.name));
    }) : "0",
  ]);
  place.append(table("Reconnects and rate limits by scope",
    ["Scope", "Reconnect attempts", "Latest backoff", "Rate limited (429)", "Records from WARN on"], rows));
  if (story.counters_since) place.append(element("p", { class: "remark" }, "Counted since ", timeText(story.counters_since), "."));
}

function backoffText(scope) {
  if (scope.backoff_ms === undefined) return "";
  return [
    duration(scope.backoff_ms),
    scope.attempt === undefined ? "" : `, attempt ${scope.attempt}`,
    scope.retry_after_ms === undefined ? "" : `, Retry-After ${duration(scope.retry_after_ms)}`,
    scope.backoff_at === undefined ? "" : [" at ", timeText(scope.backoff_at)],
  ].flat();
}

function showProcesses() {
  const place = document.getElementById("processes");
  if (!story.processes.length) place.append(nothing("The bundle does not tell of child processes."));
  place.append(...story.processes.map(processCard));
}

function processCard(process) {
  const { launch = {}, heartbeat = {}, shutdown = {} } = process;
  return element(
    "article", { class: `card ${process.tone}` },
    element("h3", {}, foreign(process.process)),
    facts([
      ["Status", launch.status && [foreign(launch.status), endText(launch)]],
      ["Started", launch.at && timeText(launch.at)],
      ["Attempts", launch.attempts],
      ["What it said", launch.detail && foreign(launch.detail)],
      ["Last heartbeat", heartbeat.last_at && timeText(heartbeat.last_at)],
      ["Missed heartbeats", heartbeat.missed],
      ["Last shutdown", shutdown.result && [foreign(shutdown.result), endText(shutdown), shutdown.at && [" at ", timeText(shutdown.at)]].flat()],
      ["Shutdown took", shutdown.duration_ms === undefined ? "" : duration(shutdown.duration_ms)],
    ], { class: "pairs" }));
}

function endText(end) {
  const parts = [];
  if (end.exit_code !== undefined) parts.push(`exit status ${end.exit_code}`);
  if (end.signal !== undefined) parts.push(`signal ${end.signal}`);
  return parts.length ? ` (${parts.join(", ")})` : "";
}

function showEnvironment() {
  const place = document.getElementById("environment");
  const runtimes = story.runtimes.map(([name, version]) => [foreign(name), foreign(version)]);
  place.append(
    element("div", {}, subtitle("Runtimes"), runtimes.length ? facts(runtimes, { class: "pairs" }) : nothing("Not in the bundle.")),
    element("div", {}, subtitle("Platform"), valueTree(story.machine)),
    element("div", {}, subtitle("Configuration"), valueTree(story.configuration)),
    ...story.documents.map((document) => element("div", {}, element("h3", {}, foreign(document.path)), valueTree(document.value))));
}

function showBundle() {
  const place = document.getElementById("bundle");
  const files = story.files.map((file) => [
    element("span", { class: "mono" }, foreign(file.path)), file.bytes === undefined ? "" : size(file.bytes),
    file.records === undefined ? "" : number(file.records),
    file.first_at ? [timeText(file.first_at), " \u2013 ", timeText(file.last_at)] : "",
    file.unavailable ? foreign(file.unavailable) : "",
  ]);
  place.append(table("Files", ["File", "Size", "Records", "From \u2013 to", "Unavailable"], files));
  place.append(subtitle("Left out"));
  const omissions = story.omissions.map((omission) => [
    element("span", { class: "mono" }, foreign(omission.path)), foreign(omission.meaning),
    omission.count === undefined ? "" : number(omission.count),
    omission.bytes === undefined ? "" : size(omission.bytes), omission.source ? foreign(omission.source) : "", omission.detail ? foreign(omission.detail) : "",
  ]);
  place.append(omissions.length
    ? table("What was left out", ["File", "Why", "Count", "Size", "Source", "Detail"], omissions) : nothing("Nothing was left out."));
  place.append(subtitle("Redacted"), redactionText(), element("div", { class: "tags" },
    story.redaction.map(([rule, count]) => element("span", { class: "tag" }, foreign(rule), ` ${number(count)}`))));
}

function redactionText() {
  const total = story.redaction.reduce((sum, [, count]) => sum + count, 0);
  const search = story.secret_search;
  return element("p", {}, total ? `${counted(total, "find")} of ${counted(story.redaction.length, "rule")}.` : "Nothing was found that had to be redacted.",
    search ? ` The archive was searched for ${counted(search.secrets, "live secret")}; none was found.` + (search.too_short ? ` ${counted(search.too_short, "secret was", "secrets were")} too short to be searched for.` : "") : "");
}

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

// What both charts share: their frame, their time axis, and dragging over them.

const svgSpace = "http://www.w3.org/2000/svg";

/** An SVG element with attributes and children. */
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.flat());
  return made;
}

/** A place for each time between the margins. */
function scaleOf(time, frame) {
  const width = frame.width - frame.left - frame.right;
  return {
    place: (at) => frame.left + ((at - time.from) / (time.to - time.from)) * width,
    time: (place) => time.from + ((Math.min(Math.max(place, frame.left), frame.left + width) - frame.left) / width) * (time.to - time.from),
  };
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5, 216e5, 432e5, 864e5];

/** A step between marks so that they have room. */
function stepOf(time, frame) {
  const most = Math.max(2, Math.floor((frame.width - frame.left) / 90));
  return steps.find((step) => (time.to - time.from) / step <= most) ?? 864e5 * Math.ceil((time.to - time.from) / 864e5 / most);
}

/** Marks and their times. */
function timeAxis(time, scale, frame) {
  const step = stepOf(time, frame);
  const made = [];
  for (let at = Math.ceil(time.from / step) * step; at <= time.to; at += step) {
    const x = scale.place(at);
    made.push(shape("line", { class: "mark", x1: x, x2: x, y1: frame.top, y2: frame.height - frame.bottom }));
    if (x > frame.width - 28) continue;
    const text = new Date(at).toISOString();
    made.push(shape("text", { class: "tick", x, y: frame.height - 6, "text-anchor": x < 40 ? "start" : "middle" },
      step >= 864e5 ? text.slice(5, 10) : text.slice(11, step < 1000 ? 23 : 19)));
  }
  return made;
}

/** Lets a time be chosen by dragging; a click gives a time of no length. */
function letDrag(chart, scale, frame, choose) {
  let start;
  const brush = shape("rect", { class: "brush", y: frame.top, height: frame.height - frame.top - frame.bottom, width: 0, x: 0 });
  chart.append(brush);
  const placeOf = (event) => event.clientX - chart.getBoundingClientRect().left;
  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = placeOf(event);
    if (event.pointerType !== "touch") chart.setPointerCapture(event.pointerId);
  });
  chart.addEventListener("pointermove", (event) => {
    if (start === undefined) return;
    const end = placeOf(event);
    brush.setAttribute("x", Math.min(start, end));
    brush.setAttribute("width", Math.abs(end - start));
  });
  chart.addEventListener("pointercancel", () => {
    start = undefined;
    brush.setAttribute("width", 0);
  });
  chart.addEventListener("pointerup", (event) => {
    if (start === undefined) return;
    const ends = [start, placeOf(event)].sort((a, b) => a - b);
    start = undefined;
    choose(scale.time(ends[0]), scale.time(ends[1]));
  });
}

// Records over time: a lane a service, a bar a part of the time, levels on one another.

const lane = { height: 58, gap: 22 };

/** Services in the story's order, then those that only records have. */
const lanes = [...new Set([...story.services, ...records.map((record) => record.service)])]
  .filter((service) => records.some((record) => record.service === service));

/** Levels from the most severe: the base of a bar is what matters most. */
const stack = [...new Set([...story.levels.map((level) => level.name).reverse(), ...records.map((record) => record.level)])];

function showTimeline() {
  const place = document.getElementById("timeline");
  const time = visibleTime();
  if (!time || !records.length) {
    place.replaceChildren(nothing("There is no record with a time in the bundle."));
    return;
  }
  const width = place.clientWidth;
  const frame = { width, left: 0, right: 0, top: 18, bottom: 24, height: 42 + lanes.length * (lane.height + lane.gap) };
  const scale = scaleOf(time, frame);
  const buckets = Math.max(12, Math.floor(width / 6));
  const chart = shape("svg", { width, height: frame.height, role: "img", "aria-label": timelineText(time) });
  chart.append(...timeAxis(time, scale, frame));
  const counts = countedBuckets(time, buckets);
  lanes.forEach((service, index) => {
    const base = frame.top + (index + 1) * (lane.height + lane.gap) - 4;
    chart.append(...laneShapes(service, counts.get(service), { base, buckets, width, time, most: counts.most }));
  });
  chart.append(...moments(time, scale, frame));
  letDrag(chart, scale, frame, (from, to) => zoomTo(from, to, (time.to - time.from) / buckets));
  place.replaceChildren(chart);
}

/** Looks at what was dragged over, or at the bar that was chosen and its neighbours. */
function zoomTo(from, to, bucket) {
  const isBar = to - from < bucket;
  change(() => setTime(Math.floor(isBar ? from - 2 * bucket : from), Math.ceil(isBar ? to + 2 * bucket : to)));
}

function timelineText(time) {
  const parts = lanes.map((service) => {
    const own = records.filter((record) => record.service === service && isInTime(record) && matches(record));
    const loud = own.filter((record) => ["error", "warn"].includes(band(record.level))).length;
    return `${plain(service)}: ${counted(own.length, "record")}, ${number(loud)} of them from WARN on`;
  });
  return `Records from ${clock(time.from)} to ${clock(time.to)}. ${parts.join("; ")}.`;
}

/** For each service and bucket: how many records there are, and how many match of each level. */
function countedBuckets(time, buckets) {
  const counts = new Map(lanes.map((service) => [service, Array.from({ length: buckets }, () => ({ all: 0, levels: new Map() }))]));
  let most = 1;
  for (const record of records) {
    if (!(record.at >= time.from && record.at <= time.to)) continue;
    const place = Math.min(buckets - 1, Math.floor(((record.at - time.from) / (time.to - time.from)) * buckets));
    const bucket = counts.get(record.service)[place];
    bucket.all += 1;
    most = Math.max(most, bucket.all);
    if (matches(record)) bucket.levels.set(record.level, (bucket.levels.get(record.level) ?? 0) + 1);
  }
  counts.most = most;
  return counts;
}

function laneShapes(service, buckets, at) {
  const made = [
    shape("line", { class: "base", x1: 0, x2: at.width, y1: at.base, y2: at.base }),
    shape("text", { class: "lane", x: 6, y: at.base - lane.height - 5 }, plain(service, 40)),
  ];
  const height = (count) => (count ? Math.max(2, Math.sqrt(count / at.most) * lane.height) : 0);
  buckets.forEach((bucket, index) => {
    if (bucket.all) made.push(barShape(bucket, index, at, height));
  });
  return made;
}

/** A bar: grey for all records, and on it those that match, the most severe at the base. */
function barShape(bucket, index, at, height) {
  const size = at.width / at.buckets;
  const x = index * size;
  const box = { x, width: Math.max(1, size - 1) };
  const made = [shape("rect", { ...box, class: "rest", y: at.base - height(bucket.all), height: height(bucket.all) })];
  const matching = [...bucket.levels.values()].reduce((sum, count) => sum + count, 0);
  let y = at.base;
  for (const level of stack) {
    const count = bucket.levels.get(level);
    if (!count) continue;
    const share = (count / matching) * height(matching);
    const part = Math.max(band(level) === "error" || band(level) === "warn" ? 3 : 0.5, share);
    y -= part;
    made.push(shape("rect", { ...box, class: band(level), y, height: part }));
  }
  const from = at.time.from + (index / at.buckets) * (at.time.to - at.time.from);
  const levels = stack.filter((level) => bucket.levels.get(level)).map((level) => `${number(bucket.levels.get(level))} ${plain(level, 12)}`);
  return shape("g", {}, shape("title", {}, `${clock(from)}: ${levels.join(", ") || "no match"} (${counted(bucket.all, "record")})`), made);
}

/** When processes started and ended, and from when on the page has all records. */
function moments(time, scale, frame) {
  const found = [...story.processes.flatMap((process) => [startOf(process), endOf(process)]), cutOf()]
    .filter((moment) => moment.at >= time.from && moment.at <= time.to)
    .sort((a, b) => a.at - b.at);
  const taken = [];
  return found.flatMap((moment) => {
    const x = Math.min(frame.width - 1, Math.max(1, scale.place(moment.at)));
    const line = shape("line", { class: `moment ${moment.tone}`, x1: x, x2: x, y1: 0, y2: frame.height - frame.bottom },
      shape("title", {}, `${clock(moment.at)} ${moment.text}`));
    return [line, ...momentText(moment, x, frame, taken)];
  });
}

function startOf(process) {
  const isFailed = process.launch?.status === "start_failed";
  return {
    at: Date.parse(process.launch?.at), tone: isFailed ? "bad" : "good",
    text: plain(`${process.process} ${isFailed ? "start failed" : "started"}`, 40),
  };
}

function endOf(process) {
  const result = process.shutdown?.result ?? "";
  const tone = { graceful: "good", timed_out: "note" }[result] ?? "bad";
  return { at: Date.parse(process.shutdown?.at), tone, text: plain(`${process.process} ${result}`, 40) };
}

/** Before it the page has none but warnings and worse; at no time where nothing was cut. */
function cutOf() {
  const isCut = story.totals.shown < story.totals.records;
  const first = isCut ? records.find((record) => !["error", "warn"].includes(band(record.level))) : undefined;
  return { at: first?.at ?? NaN, tone: "note", text: "all levels from here on" };
}

/** The text beside a moment's line, on the side on which there is room; none where there is none. */
function momentText(moment, x, frame, taken) {
  const width = moment.text.length * 6.6 + 8;
  const sides = [
    { from: x - width, to: x, anchor: "end", x: x - 4 },
    { from: x, to: x + width, anchor: "start", x: x + 4 },
  ];
  const side = sides.find((side) => side.from >= 0 && side.to <= frame.width && taken.every((other) => side.to <= other.from || side.from >= other.to));
  if (!side) return [];
  taken.push(side);
  return [shape("text", { class: `moment ${moment.tone}`, x: side.x, y: 12, "text-anchor": side.anchor }, moment.text)];
}

// How long was waited before each attempt: a point a record, a colour and form a scope.

const backoffScopes = [...new Set(story.backoffs.map((point) => point.scope))].slice(0, 6);

function showBackoff() {
  const place = document.getElementById("backoff");
  const time = visibleTime();
  const points = time ? story.backoffs.filter((point) => point.at >= time.from && point.at <= time.to) : [];
  if (!story.backoffs.length) {
    place.replaceChildren();
    return;
  }
  const width = place.clientWidth;
  const frame = { width, left: 0, right: 0, top: 16, bottom: 24, height: 170 };
  const scale = scaleOf(time, frame);
  const chart = shape("svg", { width, height: frame.height, role: "img", "aria-label": `Backoff over time, ${counted(points.length, "attempt")}` });
  const longest = Math.max(1000, ...story.backoffs.map((point) => point.backoff_ms));
  const y = (value) => frame.height - frame.bottom - (Math.log10(1 + value / 100) / Math.log10(1 + longest / 100)) * (frame.height - frame.top - frame.bottom);
  chart.append(...timeAxis(time, scale, frame), ...backoffAxis(longest, y, frame), ...points.map((point) => backoffPoint(point, scale, y)));
  letDrag(chart, scale, frame, (from, to) => zoomTo(from, to, (time.to - time.from) / 100));
  place.replaceChildren(backoffLegend(points.length), chart);
}

function backoffAxis(longest, y, frame) {
  const values = [6e5, 3e5, 12e4, 6e4, 3e4, 15e3, 8e3, 4e3, 2e3, 1e3, 500, 200, 0].filter((value) => value <= longest);
  const roomy = values.reduce((kept, value) => (kept.length && y(value) - y(kept.at(-1)) < 24 ? kept : [...kept, value]), []);
  return roomy.flatMap((value) => [
    shape("line", { class: "mark", x1: 0, x2: frame.width, y1: y(value), y2: y(value) }),
    shape("text", { class: "tick", x: 6, y: y(value) - 3 }, duration(value)),
  ]);
}

function formOf(scope) {
  const place = backoffScopes.indexOf(scope);
  return place < 0 ? 6 : place;
}

/** The forms differ, since colours alone do not tell everybody. */
function backoffForm(form, x, y) {
  const forms = [
    () => shape("circle", { cx: x, cy: y, r: 3.5 }),
    () => shape("rect", { x: x - 3, y: y - 3, width: 6, height: 6 }),
    () => shape("path", { d: `M${x} ${y - 4.5}l4.5 8h-9z` }),
    () => shape("path", { d: `M${x} ${y - 5}l5 5-5 5-5-5z` }),
    () => shape("path", { d: `M${x} ${y + 4.5}l4.5-8h-9z` }),
    () => shape("path", { d: `M${x - 1.5} ${y - 5}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z` }),
  ];
  const made = (forms[form] ?? forms[0])();
  made.setAttribute("class", `scope${form}`);
  return made;
}

function backoffPoint(point, scale, y) {
  const made = backoffForm(formOf(point.scope), scale.place(point.at), y(point.backoff_ms));
  const attempt = point.attempt === undefined ? "" : `, attempt ${point.attempt}`;
  made.append(shape("title", {}, `${clock(point.at)} ${plain(point.scope, 60)}${attempt}: ${duration(point.backoff_ms)}`));
  return made;
}

function backoffLegend(count) {
  const keys = backoffScopes.map((scope, form) => element(
    "span", { class: "key" }, shape("svg", { width: 14, height: 14, "aria-hidden": "true" }, backoffForm(form, 7, 7)), foreign(scope)));
  return element("p", { class: "legend" }, element("strong", {}, "Backoff"), ` before ${counted(count, "attempt")} in the logs`, ...keys);
}

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

// Puts the page together, and again whenever the filter changes.

function update() {
  showControls();
  showTimeline();
  showBackoff();
  findRecords();
}

function start() {
  showHeader();
  showVerdict();
  showErrors();
  showScopes();
  showProcesses();
  showEnvironment();
  showBundle();
  showCut();
  fillChips(byId("levels"), stack, "level", band);
  fillChips(byId("services"), lanes, "service", () => "service");
  fillSelect(byId("code"), "code", "Any");
  fillSelect(byId("event"), "event", "Any");
  fillSelect(byId("scope"), "scope", "Any");
  connectFields();
  connectTime();
  connectPages();
  readAddress();
  update();
  addEventListener("hashchange", () => {
    readAddress();
    update();
  });
  new ResizeObserver(paused(() => {
    showTimeline();
    showBackoff();
  })).observe(byId("timeline"));
}

start();
</script>
</body>
</html>

"""#
}
