/** Starts what the page has. */
theme.start();
const viewer = byId("trace-index") ? new TraceViewer() : null;
const explorer = byId("graph-index") ? new Explorer() : null;

/** Opens what the address asks for; at first, without a wish, the first trace and the first graph. */
function followAddress(isFirst) {
  const asked = fragment();
  if (viewer && asked.has("trace")) {
    const step = asked.get("step");
    if (viewer.open(asked.get("trace"), step === null ? undefined : Number(step))) {
      byId("traces").scrollIntoView();
      viewer.canvas.focus({ preventScroll: true });
    }
  }
  if (explorer && asked.has("explore")) {
    const path = (asked.get("path") ?? "").split(".").filter(Boolean).map(Number);
    if (explorer.open(asked.get("explore"), path)) byId("explorer").scrollIntoView();
  }
  return isFirst && !asked.has("trace") && !asked.has("explore");
}

function openFirstOnes() {
  const address = location.hash;
  if (viewer && viewer.index.length > 0 && !viewer.trace) viewer.open(viewer.index[0].id);
  if (explorer && explorer.index.length > 0 && !explorer.graph) explorer.open(explorer.index[0].id, []);
  // Nobody has asked for them, so the address does not change.
  try {
    history.replaceState(null, "", address || location.pathname + location.search);
  } catch {
    // As in rememberInAddress.
  }
}

followAddress(true);
openFirstOnes();
addEventListener("hashchange", () => followAddress(false));
