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
