/** The section of traces: which one is shown, which of its steps is selected, and all that is said about that step. */
const ROWS_SHOWN = 15;

class TraceViewer {
  constructor() {
    this.index = embedded("trace-index");
    this.places = embedded("trace-places");
    this.loaded = new Map();
    this.trace = null;
    this.selected = 0;
    this.matches = [];
    this.canvas = byId("timeline");
    this.view = new TimelineView(this.canvas, (i) => {
      this.canvas.focus({ preventScroll: true });
      this.select(i);
    });
    this.fillPicker("");
    this.listen();
  }

  listen() {
    byId("trace-pick").addEventListener("change", (event) => this.open(event.target.value));
    byId("trace-filter").addEventListener("input", (event) => this.fillPicker(event.target.value));
    byId("step-search").addEventListener("input", (event) => this.search(event.target.value));
    byId("step-search").addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.nextMatch(event.shiftKey ? -1 : 1);
      if (event.key === "Escape") this.canvas.focus();
    });
    byId("zoom-in").addEventListener("click", () => this.view.zoom(0.5, this.view.middle(this.selected)));
    byId("zoom-out").addEventListener("click", () => this.view.zoom(2, this.view.middle(this.selected)));
    byId("zoom-fit").addEventListener("click", () => this.view.fit());
    byId("go-previous").addEventListener("click", () => this.move(-1));
    byId("go-next").addEventListener("click", () => this.move(1));
    byId("go-bad").addEventListener("click", () => this.toBad());
    byId("time-unit").addEventListener("change", (event) => this.view.setByTime(event.target.value === "time"));
    byId("copy-link").addEventListener("click", () => this.copyLink());
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    byId("steps").addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-step]");
      if (row) this.select(Number(row.dataset.step));
    });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const actions = {
      ArrowRight: () => (event.shiftKey ? this.moveInLane(1) : this.move(1)),
      ArrowLeft: () => (event.shiftKey ? this.moveInLane(-1) : this.move(-1)),
      ArrowDown: () => this.toOtherLane(1),
      ArrowUp: () => this.toOtherLane(-1),
      PageDown: () => this.move(20),
      PageUp: () => this.move(-20),
      Home: () => this.select(0),
      End: () => this.select(this.trace.count - 1),
      "+": () => this.view.zoom(0.5, this.view.middle(this.selected)),
      "-": () => this.view.zoom(2, this.view.middle(this.selected)),
      0: () => this.view.fit(),
      b: () => this.toBad(),
      n: () => this.nextMatch(1),
      N: () => this.nextMatch(-1),
      "/": () => byId("step-search").focus(),
    };
    const action = actions[event.key];
    if (!action || !this.trace) return;
    event.preventDefault();
    action();
  }

  fillPicker(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const pick = byId("trace-pick");
    const groups = new Map();
    for (const entry of this.index) {
      const all = `${entry.id} ${entry.subject} ${entry.source} ${entry.bad ?? ""}`.toLowerCase();
      if (!words.every((word) => all.includes(word))) continue;
      if (!groups.has(entry.source)) groups.set(entry.source, []);
      groups.get(entry.source).push(entry);
    }
    pick.replaceChildren(...[...groups].map(([source, entries]) => {
      const group = element("optgroup", { label: source });
      group.append(...entries.map((entry) => element("option", { value: entry.id }, `${entry.subject}: ${entry.name}`)));
      return group;
    }));
    if (this.trace) pick.value = this.trace.id;
  }

  /** Opens a trace at a step, by number; without one where it goes wrong, or at its beginning. */
  open(id, step) {
    const entry = this.index.find((each) => each.id === id);
    if (!entry) {
      byId("trace-said").textContent = `There is no trace ${id} in this page.`;
      return false;
    }
    if (!this.loaded.has(id)) {
      this.loaded.clear();
      this.loaded.set(id, new Trace(embedded(entry.element)));
    }
    this.trace = this.loaded.get(id);
    byId("trace-view").hidden = false;
    byId("trace-pick").value = id;
    byId("step-search").value = "";
    this.matches = [];
    this.search("");
    this.showHeader();
    this.showLanes();
    this.view.show(this.trace);
    // What an operation overlaps is what a history is about.
    if (this.trace.source === "lincheck") {
      byId("time-unit").value = "time";
      this.view.setByTime(true);
    }
    const wanted = step ?? (this.trace.bad ? this.trace.bad.step : this.trace.first);
    this.zoomIn(this.trace.index(wanted));
    this.select(this.trace.index(wanted));
    return true;
  }

  /** A long trace opens with some hundred steps around the selected one in view. */
  zoomIn(i) {
    if (this.trace.count > 400) this.view.zoom(120 / this.trace.count, this.view.middle(i));
  }

  showHeader() {
    const trace = this.trace;
    byId("trace-said").textContent = trace.bad
      ? trace.bad.words
      : `${trace.property}: nothing is wrong with it.`;
    byId("trace-said").className = trace.bad ? "said bad" : "said";
    byId("trace-about").textContent = `${trace.id} · ${trace.count.toLocaleString("en")} ${trace.count === 1 ? "step" : "steps"} · by ${trace.source}`
      + (trace.asStep ? "" : ` · in ${trace.unit === "ns" ? "nanoseconds" : "tickets of one counter"}`);
    byId("trace-left-out").textContent = trace.leftOut ?? "";
    byId("trace-replay").textContent = trace.replay;
    byId("time-unit").value = "step";
    byId("time-unit").disabled = trace.asStep;
    byId("go-bad").disabled = !trace.bad;
    this.showOrder();
  }

  /** For a history that nothing explains: how far an order of its operations goes, and what stops it. */
  showOrder() {
    const order = this.trace.order;
    byId("trace-order").hidden = !order;
    if (!order) return;
    const call = (number) => `${this.trace.call(this.trace.index(number))} (step ${number})`;
    byId("trace-order-taken").replaceChildren(...order.taken.map((number) => element("li", {}, call(number))));
    byId("trace-order-rejected").replaceChildren(...order.rejected.map(
        (each) => element("li", {}, `${call(each.step)}: ${each.words}`)));
  }

  showLanes() {
    byId("lanes").replaceChildren(...this.trace.actors.map((actor, lane) => {
      const box = element("input", { type: "checkbox", checked: "" });
      box.addEventListener("change", () => this.view.toggleLane(lane));
      return element("label", {}, box, " " + actor);
    }));
  }

  select(i) {
    this.selected = Math.min(this.trace.count - 1, Math.max(0, i));
    this.view.select(this.selected);
    this.showStep();
    this.showRows();
    const number = this.trace.number(this.selected);
    this.canvas.setAttribute("aria-valuemin", this.trace.first);
    this.canvas.setAttribute("aria-valuemax", this.trace.number(this.trace.count - 1));
    this.canvas.setAttribute("aria-valuenow", number);
    this.canvas.setAttribute("aria-valuetext", this.trace.sentence(this.selected));
    rememberInAddress({ trace: this.trace.id, step: number });
  }

  move(by) {
    this.select(this.selected + by);
  }

  moveInLane(by) {
    for (let i = this.selected + by; i >= 0 && i < this.trace.count; i += by) {
      if (this.trace.actor[i] === this.trace.actor[this.selected]) return this.select(i);
    }
    return undefined;
  }

  toOtherLane(by) {
    const lanes = this.view.lanes;
    const lane = lanes[lanes.indexOf(this.trace.actor[this.selected]) + by];
    const near = lane === undefined ? NEVER : this.view.nearest(this.view.middle(this.selected), lane);
    if (near !== NEVER) this.select(near);
  }

  toBad() {
    if (this.trace.bad) this.select(this.trace.index(this.trace.bad.step));
  }

  search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    this.matches = [];
    if (this.trace && words.length > 0) {
      for (let i = 0; i < this.trace.count; i++) {
        if (this.trace.matches(i, words)) this.matches.push(i);
      }
    }
    this.view.found = null;
    if (words.length > 0 && this.trace) {
      this.view.found = new Uint8Array(this.trace.count);
      this.matches.forEach((i) => (this.view.found[i] = 1));
    }
    byId("search-count").textContent = words.length === 0 ? "" : `${this.matches.length.toLocaleString("en")} found`;
    this.view.redraw();
  }

  nextMatch(by) {
    if (this.matches.length === 0) return;
    const next = by > 0
      ? this.matches.find((i) => i > this.selected) ?? this.matches[0]
      : this.matches.findLast((i) => i < this.selected) ?? this.matches[this.matches.length - 1];
    this.select(next);
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      byId("copied").textContent = "copied";
    } catch {
      byId("copied").textContent = "the address of this page is the link";
    }
  }

  showStep() {
    const trace = this.trace;
    const i = this.selected;
    byId("step-title").textContent = `Step ${trace.number(i)}: ${trace.call(i)}`;
    const about = [trace.actorName(i)];
    if (trace.when(i) !== "") about.push(trace.when(i));
    if (trace.isSection(i)) about.push("holds the queue lock");
    if (trace.ioNames(i) !== "") about.push("io " + trace.ioNames(i));
    if (trace.owesAt.has(i)) about.push("owes a wakeup to " + trace.owesAt.get(i).map((w) => this.worker(w)).join(", "));
    if (trace.sets[i] !== SETS_NOTHING) about.push("sets the latch of " + this.worker(trace.sets[i]));
    if (trace.startsSleep(i)) about.push("waits from here on");
    if (trace.resultAt.has(i)) about.push("gave " + trace.resultAt.get(i));
    if (trace.neverEnds(i)) about.push("never ends");
    byId("step-about").textContent = about.join(" · ");
    this.showPlace(this.places[trace.names]?.[trace.actionName(i)]);
    this.showCode(i);
    this.showChanges(i);
    this.showState(i);
  }

  worker(slot) {
    return slot === NULL_LATCH ? "a null latch" : "worker " + slot;
  }

  showPlace(place) {
    const list = byId("step-place");
    list.hidden = !place;
    if (!place) return;
    byId("place-action").textContent = this.trace.actionName(this.selected);
    byId("place-java").textContent = place.java + (place.line ? ` (${place.file}:${place.line})` : "");
    byId("place-c").textContent = place.c;
  }

  /** Where an interleaving is in the code: the line, and the calls that it is within. */
  showCode(i) {
    const trace = this.trace;
    const code = trace.codeAt(i);
    const outer = trace.outer(i);
    byId("step-code").hidden = code === "" && outer.length === 0;
    byId("code-at").textContent = code;
    byId("code-within").replaceChildren(...outer.map((k) => {
      const link = element("button", { type: "button" }, trace.call(k));
      link.addEventListener("click", () => this.select(k));
      return element("li", {}, link, trace.neverEnds(k) ? " never ends" : "");
    }));
  }

  showChanges(i) {
    const changes = this.trace.changes(i);
    if (changes.length === 0) {
      this.knownBesides(i, changes);
    }
    byId("step-changes").replaceChildren(...changes.map((change) => element("tr", { role: "row" },
        element("th", { role: "rowheader", scope: "row" }, change.what),
        element("td", { role: "cell" }, element("del", {}, change.from)),
        element("td", { role: "cell" }, element("ins", {}, change.to)))));
    byId("changes-box").hidden = changes.length === 0;
  }

  /** What the columns say where the source told no variables. */
  knownBesides(i, changes) {
    const before = i === 0 ? NOT_KNOWN : this.trace.depth[i - 1];
    if (this.trace.depth[i] !== before && before !== NOT_KNOWN) {
      changes.push({ what: "depth", from: String(before), to: String(this.trace.depth[i]) });
    }
  }

  showState(i) {
    const state = this.trace.stateAfter(i);
    byId("state-box").hidden = state.size === 0;
    byId("step-state").textContent = [...state].map(([name, value]) => `${name} = ${value}`).join("\n");
  }

  /** The steps around the selected one as a table; the picture for who reads words. */
  showRows() {
    const trace = this.trace;
    const start = Math.max(0, Math.min(this.selected - (ROWS_SHOWN >> 1), trace.count - ROWS_SHOWN));
    const rows = [];
    for (let i = start; i < Math.min(trace.count, start + ROWS_SHOWN); i++) {
      const isBad = trace.bad && trace.bad.step === trace.number(i);
      const row = element("tr", {
        role: "row", "data-step": i, class: isBad ? "bad" : null, "aria-current": i === this.selected ? "step" : null,
      });
      row.append(
          element("td", { role: "cell", class: "number" }, String(trace.number(i))),
          element("td", { role: "cell" }, trace.actorName(i)),
          element("td", { role: "cell" }, "\u00a0\u00a0".repeat(trace.outer(i).length)
              + trace.call(i) + (trace.resultAt.has(i) ? " → " + trace.resultAt.get(i) : trace.neverEnds(i) ? " → never ends" : "")),
          element("td", { role: "cell" }, trace.ioNames(i)));
      rows.push(row);
    }
    byId("steps").replaceChildren(...rows);
  }
}
