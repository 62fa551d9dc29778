/** A walk through a state graph by hand: in each state the steps that there are, the way back, and what the reference does. */
class Explorer {
  constructor() {
    this.index = embedded("graph-index");
    this.loaded = new Map();
    this.graph = null;
    this.path = [];
    const pick = byId("graph-pick");
    pick.replaceChildren(...this.index.map((entry) => element("option", { value: entry.id }, entry.title)));
    pick.addEventListener("change", () => this.open(pick.value, []));
    byId("explore-undo").addEventListener("click", () => this.undo());
    byId("explore-restart").addEventListener("click", () => this.go([]));
  }

  entry(id) {
    return this.index.find((each) => each.id === id);
  }

  load(id) {
    if (!this.loaded.has(id)) this.loaded.set(id, new StateGraph(embedded(this.entry(id).element)));
    return this.loaded.get(id);
  }

  /** Opens a graph after these choices, each the number of a step among those that there are. */
  open(id, path) {
    const entry = this.entry(id);
    if (!entry) return false;
    this.graph = this.load(id);
    this.reference = this.entry(entry.reference) ? this.load(entry.reference) : null;
    byId("graph-pick").value = id;
    byId("explore-view").hidden = false;
    this.go(path);
    return true;
  }

  go(path) {
    this.path = [];
    this.states = [0];
    this.actions = [];
    for (const choice of path) {
      const step = this.graph.stepsFrom(this.states[this.path.length])[choice];
      if (!step) break;
      this.path.push(choice);
      this.states.push(step.to);
      this.actions.push(step.action);
    }
    this.beside = this.reference && new WalkBeside(this.graph, this.reference, this.states, this.actions);
    byId("explore-crossed").textContent = "";
    this.show(this.states[this.path.length]);
    rememberInAddress({ explore: this.graph.id, path: this.path.join(".") });
  }

  undo() {
    if (this.path.length > 0) this.go(this.path.slice(0, -1));
  }

  /** Takes the same steps through another graph, as far as it has them. */
  cross(id) {
    const actions = this.actions;
    const graph = this.load(id);
    const path = [];
    let at = 0;
    for (const action of actions) {
      const choice = graph.stepsFrom(at).findIndex((step) => step.action === action);
      if (choice < 0) break;
      at = graph.stepsFrom(at)[choice].to;
      path.push(choice);
    }
    this.open(id, path);
    byId("explore-crossed").textContent = path.length < actions.length
      ? `Here the walk ends after ${path.length} of ${actions.length} steps: ${actions[path.length]} cannot happen.`
      : "";
    byId("explore-others").querySelector("button")?.focus();
  }

  show(at) {
    const violated = this.graph.violatedIn(at);
    byId("explore-said").textContent = violated.length > 0
      ? `${violated.join(", ")} ${violated.length > 1 ? "are" : "is"} violated in this state.`
      : `Every invariant of the protocol holds in this state.`;
    byId("explore-said").className = violated.length > 0 ? "said bad" : "said";
    byId("explore-beside").textContent = this.beside ? this.beside.sentence(this.actions) : "";
    this.showOthers();
    this.showVariables(at);
    this.showSteps(at);
    this.showPath(at);
  }

  /** The graphs in which the same steps may be taken: the reference's, or those of the faults that are compared with it. */
  showOthers() {
    const reference = this.entry(this.graph.id).reference;
    const others = this.index.filter((each) => each.id === reference || each.reference === this.graph.id);
    byId("explore-others").hidden = others.length === 0;
    byId("explore-others").replaceChildren("The same steps in ", element("span", { class: "buttons" }, ...others.map((other) => {
      const button = element("button", { type: "button" }, other.title.split(":")[0]);
      button.addEventListener("click", () => this.cross(other.id));
      return button;
    })));
  }

  showVariables(at) {
    const values = this.graph.valuesOf(at);
    const before = this.states.length > 1 ? this.graph.valuesOf(this.states[this.states.length - 2]) : values;
    const beside = this.beside ? this.beside.values() : new Map();
    byId("explore-column").hidden = beside.size === 0;
    // One that never changes here tells nothing, unless it is otherwise in the reference.
    const shown = this.graph.variables.map((_, k) => k)
        .filter((k) => this.graph.changing().includes(k) || beside.has(this.graph.variables[k]));
    byId("explore-variables").replaceChildren(...shown.map((k) => {
      const name = this.graph.variables[k];
      const isChanged = values[k] !== before[k];
      const row = element("tr", { role: "row", class: isChanged ? "changed" : null },
          element("th", { role: "rowheader", scope: "row" }, name),
          element("td", { role: "cell" }, isChanged ? element("del", {}, before[k]) : "",
              isChanged ? " " : "", isChanged ? element("ins", {}, values[k]) : values[k]));
      if (beside.size > 0) {
        row.append(element("td", { role: "cell", class: beside.has(name) ? "apart" : "none", "data-label": "reference" },
            beside.get(name) ?? ""));
      }
      return row;
    }));
  }

  showSteps(at) {
    const steps = this.graph.stepsFrom(at);
    byId("explore-steps").replaceChildren(...steps.map((step, choice) => {
      const button = element("button", { type: "button" }, step.action);
      const leads = this.graph.violatedIn(step.to).length > 0;
      const otherwise = this.beside ? this.beside.otherwise(step) : "";
      button.addEventListener("click", () => {
        this.go([...this.path, choice]);
        byId("explore-steps").querySelector("button")?.focus();
      });
      return element("li", {}, button,
          leads ? element("span", { class: "bad" }, " leads to a violation") : "",
          otherwise ? element("span", { class: "apart" }, (leads ? " · " : " ") + otherwise) : "");
    }));
    byId("explore-nothing").hidden = steps.length > 0;
    byId("explore-undo").disabled = this.path.length === 0;
  }

  showPath(at) {
    byId("explore-path").replaceChildren(...this.actions.map((action, k) => {
      const back = element("button", { type: "button" }, action);
      back.addEventListener("click", () => this.go(this.path.slice(0, k + 1)));
      const parts = this.beside && k + 1 === this.beside.parting;
      return element("li", {}, back, parts ? element("span", { class: "apart" }, " parts from the reference") : "");
    }));
    byId("explore-at").textContent = `State ${at} of ${this.graph.states.length}, after ${this.actions.length} steps.`;
  }
}
