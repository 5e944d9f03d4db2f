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
