/** A state graph as the page carries it: each text once, states and steps as numbers. State 0 is the first. */
class StateGraph {
  constructor(data) {
    Object.assign(this, data);
    this.changingOnes = null;
    this.numbers = null;
  }

  /** The steps from a state: action and end. */
  stepsFrom(state) {
    const flat = this.steps[state];
    const steps = [];
    for (let k = 0; k < flat.length; k += 2) steps.push({ action: this.actions[flat[k]], to: flat[k + 1] });
    return steps;
  }

  /** The state to which an action leads from another; undefined if it cannot happen there. */
  after(state, action) {
    return this.stepsFrom(state).find((step) => step.action === action)?.to;
  }

  /** The values of a state, by variable. */
  valuesOf(state) {
    return this.states[state].map((value) => this.values[value]);
  }

  /** The invariants that a state breaks. */
  violatedIn(state) {
    return (this.violated[state] ?? []).map((k) => this.invariants[k]);
  }

  /** The variables that have more than one value in this graph; the others tell nothing here. */
  changing() {
    this.changingOnes ??= this.variables.map((_, k) => k)
        .filter((k) => this.states.some((state) => state[k] !== this.states[0][k]));
    return this.changingOnes;
  }

  /** The state that has the same values as one of another graph; undefined if there is none. */
  sameAs(other, state) {
    this.numbers ??= new Map(this.states.map((_, number) => [this.textOf(number), number]));
    return this.numbers.get(other.textOf(state));
  }

  textOf(state) {
    return JSON.stringify(Object.entries(this.byName(state)).sort());
  }

  byName(state) {
    return Object.fromEntries(this.valuesOf(state).map((value, k) => [this.variables[k], value]));
  }

  /** Where a state differs from one of another graph: the variables' names, with the values that they have there. */
  differences(state, other, there) {
    const own = this.byName(state);
    return Object.entries(other.byName(there)).filter(([name, value]) => own[name] !== value);
  }
}

/**
 * A walk through the graph of a fault beside the reference. Where the reference has the walk's last state, by the values of its
 * variables, it is looked at there; where it has not, in the state to which the same steps have led it.
 */
class WalkBeside {
  constructor(graph, reference, states, actions) {
    this.graph = graph;
    this.reference = reference;
    this.at = states[states.length - 1];
    const same = states.map((state) => reference.sameAs(graph, state));
    /** How many steps it takes to a state that the reference has not; 0 if it has them all. */
    this.parting = same.indexOf(undefined) < 0 ? 0 : same.indexOf(undefined);
    this.isShared = same[same.length - 1] !== undefined;
    /** How many steps the reference has taken when it cannot take the next one. */
    this.followed = 0;
    let there = 0;
    while (this.followed < actions.length && reference.after(there, actions[this.followed]) !== undefined) {
      there = reference.after(there, actions[this.followed++]);
    }
    if (this.isShared) this.there = same[same.length - 1];
    else if (this.followed === actions.length) this.there = there;
    else this.there = undefined;
  }

  /** What the reference does otherwise than this step from here, in words; empty if nothing. */
  otherwise(step) {
    if (this.there === undefined) return "";
    const end = this.reference.after(this.there, step.action);
    if (end === undefined) return "not in the reference";
    // From two states the ends differ anyway.
    const differences = this.isShared ? this.graph.differences(step.to, this.reference, end) : [];
    return differences.length === 0 ? ""
      : "in the reference: " + differences.map(([name, value]) => `${name} = ${value}`).join(", ");
  }

  /** The actions that can happen in the reference, and not here. */
  missing() {
    if (this.there === undefined) return [];
    const own = this.graph.stepsFrom(this.at).map((step) => step.action);
    return this.reference.stepsFrom(this.there).map((step) => step.action).filter((action) => !own.includes(action));
  }

  /** The variables whose values the reference has otherwise after the same steps: name to value. */
  values() {
    return new Map(this.there === undefined ? [] : this.graph.differences(this.at, this.reference, this.there));
  }

  sentence(actions) {
    const missing = this.missing();
    const also = missing.length > 0 ? ` It can do ${missing.join(", ")} as well.` : "";
    if (this.isShared) {
      // Some invariants are about what somebody is going to do, which the reference does otherwise.
      const breaks = this.graph.violatedIn(this.at).length > this.reference.violatedIn(this.there).length;
      return `The reference has this state too${breaks ? ", breaks nothing in it and goes on otherwise" : ""}.${also}`;
    }
    const parting = `The reference has no such state: they part at step ${this.parting}, ${actions[this.parting - 1]}.`;
    return this.there === undefined
      ? `${parting} It cannot take step ${this.followed + 1}, ${actions[this.followed]}.`
      : `${parting} What it has after the same steps stands beside the values.${also}`;
  }
}
