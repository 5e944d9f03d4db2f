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
