/** A walk through a state graph by hand: in each state the steps that there are, and the way back. */
class Explorer {
  constructor() {
    this.index = embedded("graph-index");
    this.graph = null;
    this.path = [];
    const pick = byId("graph-pick");
    pick.replaceChildren(...this.index.map((entry) => element("option", { value: entry.id }, entry.title)));
    pick.addEventListener("change", () => this.open(pick.value, []));
    byId("explore-undo").addEventListener("click", () => this.undo());
    byId("explore-restart").addEventListener("click", () => this.go([]));
  }

  /** Opens a graph after these choices, each the number of a step among those that there are. */
  open(id, path) {
    const entry = this.index.find((each) => each.id === id);
    if (!entry) return false;
    if (this.graph?.id !== id) this.graph = embedded(entry.element);
    byId("graph-pick").value = id;
    byId("explore-view").hidden = false;
    this.go(path);
    return true;
  }

  go(path) {
    this.path = [];
    let at = 0;
    const states = [0];
    for (const choice of path) {
      const step = this.steps(at)[choice];
      if (!step) break;
      this.path.push(choice);
      at = step.to;
      states.push(at);
    }
    this.states = states;
    this.show(at);
    rememberInAddress({ explore: this.graph.id, path: this.path.join(".") });
  }

  undo() {
    if (this.path.length > 0) this.go(this.path.slice(0, -1));
  }

  /** The steps from a state: action and end. */
  steps(state) {
    const flat = this.graph.steps[state];
    const steps = [];
    for (let k = 0; k < flat.length; k += 2) steps.push({ action: this.graph.actions[flat[k]], to: flat[k + 1] });
    return steps;
  }

  /** The values of a state, by variable. */
  values(state) {
    return this.graph.states[state].map((value) => this.graph.values[value]);
  }

  /** The variables that have more than one value in this graph; the others tell nothing here. */
  changing() {
    this.graph.changing ??= this.graph.variables.map((_, k) => k)
        .filter((k) => this.graph.states.some((state) => state[k] !== this.graph.states[0][k]));
    return this.graph.changing;
  }

  show(at) {
    const values = this.values(at);
    const before = this.states.length > 1 ? this.values(this.states[this.states.length - 2]) : values;
    byId("explore-variables").replaceChildren(...this.changing().map((k) => {
      const name = this.graph.variables[k];
      const isChanged = values[k] !== before[k];
      return element("tr", { role: "row", class: isChanged ? "changed" : null },
          element("th", { role: "rowheader", scope: "row" }, name),
          element("td", { role: "cell" }, isChanged ? element("del", {}, before[k]) : "",
              isChanged ? " " : "", isChanged ? element("ins", {}, values[k]) : values[k]));
    }));
    const violated = (this.graph.violated[at] ?? []).map((k) => this.graph.invariants[k]);
    byId("explore-said").textContent = violated.length > 0
      ? `${violated.join(", ")} ${violated.length > 1 ? "are" : "is"} violated in this state.`
      : `Every invariant of the protocol holds in this state.`;
    byId("explore-said").className = violated.length > 0 ? "said bad" : "said";
    this.showSteps(at);
    this.showPath();
  }

  showSteps(at) {
    const steps = this.steps(at);
    byId("explore-steps").replaceChildren(...steps.map((step, choice) => {
      const button = element("button", { type: "button" }, step.action);
      const leads = (this.graph.violated[step.to] ?? []).length > 0;
      button.addEventListener("click", () => {
        this.go([...this.path, choice]);
        byId("explore-steps").querySelector("button")?.focus();
      });
      return element("li", {}, button, leads ? element("span", { class: "bad" }, " leads to a violation") : "");
    }));
    byId("explore-nothing").hidden = steps.length > 0;
    byId("explore-undo").disabled = this.path.length === 0;
  }

  showPath() {
    let at = 0;
    const taken = this.path.map((choice) => {
      const step = this.steps(at)[choice];
      at = step.to;
      return step.action;
    });
    byId("explore-path").replaceChildren(...taken.map((action, k) => {
      const back = element("button", { type: "button" }, action);
      back.addEventListener("click", () => this.go(this.path.slice(0, k + 1)));
      return element("li", {}, back);
    }));
    byId("explore-at").textContent = `State ${at} of ${this.graph.states.length}, after ${taken.length} steps.`;
  }
}
