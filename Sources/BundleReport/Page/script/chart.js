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
