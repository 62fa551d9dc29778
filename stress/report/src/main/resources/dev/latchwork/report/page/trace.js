/**
 * A trace as the page carries it: an array for each column, so that a hundred thousand steps are a few arrays. Steps are
 * addressed by their index from 0; `number(i)` is what the reader sees.
 */
const NOT_KNOWN = -1;
const SETS_NOTHING = -2;
const NULL_LATCH = -1;

class Trace {
  constructor(data) {
    Object.assign(this, data);
    this.count = data.action.length;
    this.asStep = this.unit === "step";
    if (!this.asStep) this.restoreTimes();
    this.owesAt = new Map(data.owes.map(([at, ...workers]) => [at, workers]));
    this.resultAt = new Map(data.results);
    this.lastOfActor = null;
    this.arrows = null;
    this.sleeps = null;
  }

  /**
   * Times are carried as differences, which are shorter. A step happened somewhere within its interval: its mark stands at
   * the earliest moment there that keeps the order of the trace.
   */
  restoreTimes() {
    this.place = new Array(this.count);
    let last = 0;
    let place = -Infinity;
    for (let i = 0; i < this.count; i++) {
      last += this.end[i];
      this.end[i] = last;
      this.begin[i] = last - this.begin[i];
      place = Math.max(place, this.isSection(i) ? last : this.begin[i]);
      this.place[i] = place;
    }
  }

  number(i) {
    return this.first + i;
  }

  index(number) {
    return Math.min(this.count - 1, Math.max(0, number - this.first));
  }

  /** Where the step's mark stands. */
  at(i, byTime) {
    return byTime ? this.place[i] : i;
  }

  /** A moment for the reader, in a unit that fits the span that is looked at. */
  timeText(value, span) {
    if (this.unit !== "ns") return String(value);
    const digits = (count) => ({ minimumFractionDigits: count, maximumFractionDigits: count });
    return span > 5e6
      ? `${(value / 1e6).toLocaleString("en", digits(2))} ms`
      : `${(value / 1e3).toLocaleString("en", digits(1))} µs`;
  }

  /** When the step happened, as far as is known; nothing where there is no clock. */
  when(i) {
    if (this.unit !== "ns") return "";
    const text = (value) => this.timeText(value, 0);
    return this.begin[i] === this.end[i] ? `at ${text(this.end[i])}` : `${text(this.begin[i])} to ${text(this.end[i])}`;
  }

  actionName(i) {
    return this.actionNames[this.action[i]];
  }

  actorName(i) {
    return this.actors[this.actor[i]];
  }

  call(i) {
    const given = this.argumentTexts[this.arguments[i]];
    return given === "" ? this.actionName(i) : `${this.actionName(i)}(${given})`;
  }

  ioNames(i) {
    return this.ioTexts[this.ios[i]];
  }

  isSection(i) {
    return (this.flags[i] & 1) !== 0;
  }

  startsSleep(i) {
    return (this.flags[i] & 2) !== 0;
  }

  neverEnds(i) {
    return (this.flags[i] & 4) !== 0;
  }

  /** The place in the code; empty where the source names none. */
  codeAt(i) {
    return this.codePlace === undefined ? "" : this.codePlaces[this.codePlace[i]];
  }

  /** The steps that the step is within, by index, the outermost first. */
  outer(i) {
    const outer = [];
    for (let k = i; this.within && this.within[k] > 0; ) {
      k -= this.within[k];
      outer.unshift(k);
    }
    return outer;
  }

  /** The operations that never end, by index: the outermost, and not what they are in. */
  hanging() {
    this.hung ??= Array.from({ length: this.count }, (_, i) => i)
        .filter((i) => this.neverEnds(i) && this.outer(i).length === 0);
    return this.hung;
  }

  /** In one sentence, for who cannot see the picture. */
  sentence(i) {
    const bad = this.bad && this.bad.step === this.number(i) ? " " + this.bad.words : "";
    const gave = this.resultAt.has(i) ? ", which gave " + this.resultAt.get(i) : this.neverEnds(i) ? ", which never ends" : "";
    return `Step ${this.number(i)}: ${this.actorName(i)}, ${this.call(i)}${gave}.${bad}`;
  }

  /** What a search looks at. */
  matches(i, words) {
    const text = `${this.call(i)} ${this.actorName(i)} ${this.ioNames(i)} ${this.codeAt(i)} ${this.number(i)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  }

  /** What the step has changed: the names, values before and values after. */
  changes(i) {
    const own = this.changed[i];
    const changes = [];
    for (let k = 0; own && k < own.length; k += 3) {
      changes.push({ what: this.texts[own[k]], from: this.texts[own[k + 1]], to: this.texts[own[k + 2]] });
    }
    return changes;
  }

  /** All variables after the step, by name; before the first step for -1. */
  stateAfter(i) {
    const state = new Map(Object.entries(this.initial));
    for (let k = 0; k <= i; k++) {
      for (const change of this.changes(k)) state.set(change.what, change.to);
    }
    return state;
  }

  /** I/Os in the queue after the step; before the first one for -1. */
  depthAfter(i) {
    if (i >= 0) return this.depth[i];
    if (this.initial["Len(queue)"] !== undefined) return Number(this.initial["Len(queue)"]);
    if (this.initial.queue === undefined) return NOT_KNOWN;
    return this.initial.queue === "<<>>" ? 0 : this.initial.queue.split(",").length;
  }

  /** The idle set after the step as bits; before the first one for -1. */
  idleAfter(i) {
    if (i >= 0) return this.idle[i];
    if (this.initial.idle === undefined) return NOT_KNOWN;
    return (this.initial.idle.match(/\d+/g) ?? []).reduce((bits, worker) => bits | (1 << Number(worker)), 0);
  }

  workerLane(worker) {
    return this.actors.indexOf("worker " + worker);
  }

  /**
   * Wakeups: from the step that chose a worker to the one that set its latch. `to` is -1 for one that was never delivered,
   * and `from` is the setting step itself where nobody had chosen, as with a request.
   */
  wakeups() {
    if (this.arrows) return this.arrows;
    const arrows = [];
    const owed = new Map();
    for (let i = 0; i < this.count; i++) {
      const set = this.sets[i];
      if (set !== SETS_NOTHING) {
        // Whoever has left does so as one of the leavers, whose lane is another.
        const key = [this.actor[i] + ":" + set, ...owed.keys()].find(
            (each) => owed.has(each) && each.endsWith(":" + set)
                && (each.startsWith(this.actor[i] + ":") || this.actorName(i) === "leavers"));
        const from = key === undefined ? i : owed.get(key);
        if (key !== undefined) owed.delete(key);
        arrows.push({ from, to: i, worker: set });
      }
      for (const worker of this.owesAt.get(i) ?? []) owed.set(this.actor[i] + ":" + worker, i);
    }
    for (const [key, from] of owed) arrows.push({ from, to: -1, worker: Number(key.split(":")[1]) });
    arrows.sort((a, b) => a.from - b.from);
    this.arrows = arrows;
    return arrows;
  }

  /** Waits: [lane, index of the step that began it or -1, index of the step that ended it or count]. */
  waits() {
    if (this.sleeps) return this.sleeps;
    const since = new Map();
    // The formulas of a proof have a set for each program point.
    const asleep = this.initial["at Await"]?.match(/\d+/g) ?? [];
    this.actors.forEach((name, lane) => {
      const of = name.split(" ")[1];
      const point = this.initial[`point[${of}]`] ?? this.initial[`sessionPoint[${of}]`];
      if (name !== "submitter " + of && (point === '"Await"' || asleep.includes(of))) since.set(lane, -1);
    });
    const waits = [];
    for (let i = 0; i < this.count; i++) {
      const lane = this.actor[i];
      // Who is not a process of the specification takes no step while it waits.
      if (since.has(lane) && (this.names === "" || this.actionName(i) === "Await")) {
        waits.push([lane, since.get(lane), i]);
        since.delete(lane);
      }
      if (this.startsSleep(i)) since.set(lane, i);
    }
    for (const [lane, from] of since) waits.push([lane, from, this.count]);
    this.sleeps = waits;
    return waits;
  }
}
