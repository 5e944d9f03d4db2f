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
