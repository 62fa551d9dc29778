/**
 * The picture of a trace on a canvas: a lane for each actor, wakeups as arrows, waits as bands, and below them strips for the
 * queue lock, the ring's depth and the idle set. Only what is in view is drawn, and at most one mark a pixel, so that the
 * length of a trace costs nothing but its arrays.
 */
const LANE_OF_FEW = 34;
const LANE_OF_MANY = 22;
const MANY_LANES = 10;
/** Marks nearer than this are ticks, or they would hide each other. */
const ROOM_FOR_MARK = 10;
const TOP = 20;
const STRIP_GAP = 10;
const LOCK_STRIP = 12;
const DEPTH_STRIP = 34;
const NEVER = -1;

class TimelineView {
  constructor(canvas, onSelect) {
    this.canvas = canvas;
    this.onSelect = onSelect;
    this.trace = null;
    this.selected = 0;
    this.byTime = false;
    this.hidden = new Set();
    this.found = null;
    this.frame = 0;
    new ResizeObserver(() => this.redraw()).observe(canvas);
    document.addEventListener("themechange", () => this.redraw());
    this.listen();
  }

  show(trace) {
    this.trace = trace;
    this.byTime = false;
    this.hidden = new Set();
    this.found = null;
    this.maxDepth = trace.depth.reduce((most, depth) => Math.max(most, depth), Math.max(1, trace.depthAfter(-1)));
    this.idleRows = trace.idle.reduce((bits, idle) => (idle === NOT_KNOWN ? bits : bits | idle), Math.max(0, trace.idleAfter(-1)));
    this.workers = Math.max(32 - Math.clz32(this.idleRows), trace.actors.filter((a) => a.startsWith("worker")).length);
    this.hasStrips = trace.depth.some((depth) => depth !== NOT_KNOWN);
    this.layOut();
    this.fit();
  }

  layOut() {
    this.lanes = this.trace.actors.map((_, lane) => lane).filter((lane) => !this.hidden.has(lane));
    this.lane = this.lanes.length > MANY_LANES ? LANE_OF_MANY : LANE_OF_FEW;
    this.laneTop = new Map(this.lanes.map((lane, at) => [lane, TOP + at * this.lane]));
    const rows = this.workers > 8 ? 4 : 10;
    this.idleRow = rows;
    const strips = this.hasStrips ? LOCK_STRIP + DEPTH_STRIP + this.workers * rows + 3 * STRIP_GAP : 0;
    this.canvas.style.height = TOP + this.lanes.length * this.lane + strips + 8 + "px";
  }

  /** The whole trace in view, at most as far out as its marks can be told apart when it is short. */
  fit() {
    const [least, most] = this.extent();
    this.from = least;
    this.to = Math.max(most, least + 1);
    this.redraw();
  }

  extent() {
    const last = this.trace.count - 1;
    return this.byTime
      ? [this.trace.begin.reduce((a, b) => Math.min(a, b), Infinity), this.trace.end.reduce((a, b) => Math.max(a, b), 0)]
      : [-0.5, last + 0.5];
  }

  /** The same steps stay in view. */
  setByTime(on) {
    const [least, most] = this.extent();
    const isWhole = this.from <= least && this.to >= most;
    const first = this.firstFrom(this.from);
    const last = Math.min(this.trace.count - 1, this.firstFrom(this.to));
    this.byTime = on;
    this.fit();
    if (!isWhole && last > first) {
      this.from = this.middle(first);
      this.to = Math.max(this.middle(last), this.from + 1);
    }
    this.reveal(this.selected);
  }

  toggleLane(lane) {
    if (!this.hidden.delete(lane)) this.hidden.add(lane);
    this.layOut();
    this.redraw();
  }

  zoom(factor, around = (this.from + this.to) / 2) {
    const [least, most] = this.extent();
    const span = Math.min(most - least, Math.max(3, (this.to - this.from) * factor));
    const share = (around - this.from) / (this.to - this.from);
    this.from = Math.min(most - span, Math.max(least, around - share * span));
    this.to = this.from + span;
    this.redraw();
  }

  pan(share) {
    const [least, most] = this.extent();
    const span = this.to - this.from;
    this.from = Math.min(most - span, Math.max(least, this.from + share * span));
    this.to = this.from + span;
    this.redraw();
  }

  /** Brings a step into view, without changing the zoom. */
  reveal(i) {
    const at = this.middle(i);
    const span = this.to - this.from;
    if (at < this.from + span * 0.05 || at > this.to - span * 0.05) {
      const [least, most] = this.extent();
      this.from = Math.min(most - span, Math.max(least, at - span / 2));
      this.to = this.from + span;
    }
    this.redraw();
  }

  select(i) {
    this.selected = i;
    this.reveal(i);
  }

  middle(i) {
    return this.trace.at(i, this.byTime);
  }

  x(at) {
    return this.gutter + ((at - this.from) / (this.to - this.from)) * (this.width - this.gutter - 8);
  }

  at(x) {
    return this.from + ((x - this.gutter) / (this.width - this.gutter - 8)) * (this.to - this.from);
  }

  /** The first step that is not before `at`: steps are in order. */
  firstFrom(at) {
    let low = 0;
    let high = this.trace.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.trace.at(middle, this.byTime) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  listen() {
    const canvas = this.canvas;
    let drag = null;
    canvas.addEventListener("pointerdown", (event) => {
      drag = { x: event.clientX, moved: false };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const by = event.clientX - drag.x;
      if (!drag.moved && Math.abs(by) < 4) return;
      drag.moved = true;
      drag.x = event.clientX;
      this.pan(-by / (this.width - this.gutter));
    });
    canvas.addEventListener("pointerup", (event) => {
      if (drag && !drag.moved) this.pick(event.offsetX, event.offsetY);
      drag = null;
    });
    canvas.addEventListener("pointercancel", () => (drag = null));
    canvas.addEventListener("wheel", (event) => {
      // The wheel alone scrolls the page, as everywhere.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, this.at(event.offsetX));
    }, { passive: false });
  }

  /** Selects the step nearest to a point, in the lane of the point if it has one. */
  pick(x, y) {
    const lane = this.lanes.find((each) => y >= this.laneTop.get(each) && y < this.laneTop.get(each) + this.lane);
    const near = this.nearest(this.at(x), lane);
    if (near !== NEVER) this.onSelect(near);
  }

  nearest(at, lane) {
    let best = NEVER;
    let distance = Infinity;
    const centre = this.firstFrom(at);
    // Steps are in order, so the nearest of a lane is the first on either side, among those that are in view.
    for (const [start, step] of [[centre, 1], [centre - 1, -1]]) {
      for (let i = start; i >= 0 && i < this.trace.count; i += step) {
        const there = this.middle(i);
        if (there < this.from || there > this.to) break;
        if (lane !== undefined && this.trace.actor[i] !== lane) continue;
        if (Math.abs(there - at) < distance) {
          distance = Math.abs(there - at);
          best = i;
        }
        break;
      }
    }
    return best;
  }

  redraw() {
    if (this.frame || !this.trace) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  colours() {
    return Object.fromEntries(
        ["ink", "faint", "line", "shade", "good", "bad", "link", "wait", "lock", "wake", "paper"]
            .map((name) => [name, styleValue("--" + name)]));
  }

  draw() {
    const canvas = this.canvas;
    const scale = window.devicePixelRatio || 1;
    this.width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (this.width === 0) return;
    canvas.width = this.width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.font = "12px " + styleValue("--sans");
    pen.textBaseline = "middle";
    this.gutter = this.width < 500 ? 64 : 96;
    this.colour = this.colours();
    this.range = [Math.max(0, this.firstFrom(this.from) - 1), Math.min(this.trace.count - 1, this.firstFrom(this.to))];
    this.drawCursor(pen, height);
    this.drawLanes(pen);
    if (this.hasStrips) this.drawStrips(pen);
    pen.save();
    pen.beginPath();
    pen.rect(this.gutter, 0, this.width - this.gutter, height);
    pen.clip();
    this.drawWaits(pen);
    this.names = [];
    this.drawHangs(pen);
    this.drawSteps(pen);
    this.drawWakeups(pen);
    this.drawNames(pen);
    pen.restore();
    this.drawScale(pen);
  }

  drawLanes(pen) {
    for (const lane of this.lanes) {
      const top = this.laneTop.get(lane);
      pen.fillStyle = this.colour.line;
      pen.fillRect(this.gutter, top + this.lane / 2, this.width - this.gutter - 8, 1);
      pen.fillStyle = this.colour.ink;
      pen.textAlign = "left";
      pen.fillText(this.laneLabel(this.trace.actors[lane]), 0, top + this.lane / 2);
    }
  }

  /** A narrow picture has room for a letter and a number. */
  laneLabel(name) {
    if (this.gutter > 70) return name;
    const [kind, number = ""] = name.split(" ");
    return kind.slice(0, 4) + (number === "" ? "" : " " + number);
  }

  drawScale(pen) {
    pen.fillStyle = this.colour.faint;
    pen.textAlign = "center";
    if (this.byTime) {
      const ticks = Math.max(2, Math.floor((this.width - this.gutter) / 90));
      for (let k = 0; k <= ticks; k++) {
        const at = this.from + ((this.to - this.from) * k) / ticks;
        this.scaleLabel(pen, this.timeLabel(Math.round(at)), at);
      }
      return;
    }
    // Every step, or where their numbers have no room, every second, fifth, tenth and so on.
    const least = Math.max(1, ((this.to - this.from) * 45) / (this.width - this.gutter));
    const power = 10 ** Math.floor(Math.log10(least));
    const every = [1, 2, 5, 10].map((factor) => factor * power).find((many) => many >= least);
    const start = Math.max(0, Math.ceil(this.from));
    const first = start + (every - (this.trace.number(start) % every)) % every;
    for (let at = first; at <= Math.min(this.to, this.trace.count - 1); at += every) {
      this.scaleLabel(pen, String(this.trace.number(at)), at);
    }
  }

  /** Over its moment, but for the last one, which would not fit. */
  scaleLabel(pen, text, at) {
    pen.fillText(text, Math.min(this.x(at), this.width - pen.measureText(text).width / 2), 8);
  }

  timeLabel(value) {
    return this.trace.timeText(value, this.to - this.from);
  }

  drawWaits(pen) {
    pen.fillStyle = this.colour.wait;
    for (const [lane, since, until] of this.trace.waits()) {
      if (!this.laneTop.has(lane)) continue;
      const start = since < 0 ? this.from : this.trace.at(since, this.byTime);
      const end = until >= this.trace.count ? this.to : this.trace.at(until, this.byTime);
      if (end < this.from || start > this.to) continue;
      const left = Math.max(this.gutter, this.x(start));
      const right = Math.min(this.width, this.x(end));
      pen.fillRect(left, this.laneTop.get(lane) + this.lane / 2 - 3, Math.max(1, right - left), 7);
    }
  }

  /** A line below its lane for each operation that never ends, from its beginning on. */
  drawHangs(pen) {
    pen.fillStyle = this.colour.bad;
    for (const i of this.trace.hanging()) {
      const top = this.laneTop.get(this.trace.actor[i]);
      const left = Math.max(this.gutter, this.x(this.middle(i)));
      if (top !== undefined && left < this.width) pen.fillRect(left, top + this.lane / 2 + 9, this.width - left, 2);
    }
  }

  drawSteps(pen) {
    const bad = this.trace.bad ? this.trace.index(this.trace.bad.step) : NEVER;
    const lastPixel = new Map();
    const wide = (this.width - this.gutter) / Math.max(1, this.range[1] - this.range[0]);
    for (let i = this.range[0]; i <= this.range[1]; i++) {
      const lane = this.trace.actor[i];
      const top = this.laneTop.get(lane);
      if (top === undefined) continue;
      const isMarked = i === this.selected || i === bad || (this.found && this.found[i]);
      const x = this.x(this.middle(i));
      const gap = x - (lastPixel.get(lane) ?? -Infinity);
      if (!isMarked && gap < 1) continue;
      lastPixel.set(lane, x);
      const next = i + 1 <= this.range[1] && this.trace.actor[i + 1] === lane ? this.x(this.middle(i + 1)) - x : Infinity;
      if (!isMarked && (gap < ROOM_FOR_MARK || next < ROOM_FOR_MARK)) {
        pen.fillStyle = this.trace.isSection(i) ? this.colour.lock : this.colour.ink;
        pen.fillRect(x - 1, top + this.lane / 2 - 4, 2, 9);
      } else {
        this.drawStep(pen, i, x, top, i === bad, wide);
      }
    }
  }

  drawStep(pen, i, x, top, isBad, wide) {
    const middle = top + this.lane / 2 + 0.5;
    const size = i === this.selected ? 6.5 : 4.5;
    pen.fillStyle = isBad ? this.colour.bad : this.found && this.found[i] ? this.colour.good : this.colour.ink;
    pen.strokeStyle = pen.fillStyle;
    if (this.byTime && this.trace.begin[i] !== this.trace.end[i]) {
      const left = this.x(this.trace.begin[i]);
      pen.fillRect(left, middle - 1, Math.max(1, this.x(this.trace.end[i]) - left), 2);
    }
    pen.beginPath();
    if (this.trace.isSection(i)) {
      // Under the queue lock: a filled square. Anything else: a ring.
      pen.rect(x - size, middle - size, 2 * size, 2 * size);
      pen.fill();
    } else {
      pen.arc(x, middle, size, 0, 2 * Math.PI);
      pen.lineWidth = 1.6;
      const stroke = pen.fillStyle;
      pen.fillStyle = i === this.selected ? stroke : this.colour.paper;
      pen.fill();
      pen.stroke();
      pen.fillStyle = stroke;
    }
    if (wide > 86 && this.lane === LANE_OF_FEW) {
      this.names.push({ text: this.trace.actionName(i), x, y: middle - 14, colour: pen.fillStyle });
    }
  }

  /** Above the arrows, which would run through them. */
  drawNames(pen) {
    pen.textAlign = "center";
    pen.strokeStyle = this.colour.paper;
    pen.lineWidth = 3;
    pen.lineJoin = "round";
    for (const name of this.names) {
      pen.fillStyle = name.colour;
      pen.strokeText(name.text, name.x, name.y);
      pen.fillText(name.text, name.x, name.y);
    }
  }

  drawWakeups(pen) {
    for (const arrow of this.trace.wakeups()) {
      const toLane = this.laneTop.get(this.trace.workerLane(arrow.worker));
      const fromLane = this.laneTop.get(this.trace.actor[arrow.from]);
      const start = this.middle(arrow.from);
      if (start > this.to) break;
      const end = arrow.to === -1 ? Infinity : this.middle(arrow.to);
      if (fromLane === undefined || end < this.from) continue;
      this.drawWakeup(pen, this.x(start), fromLane, arrow.to === -1 ? null : this.x(end), toLane, arrow.worker);
    }
    pen.setLineDash([]);
  }

  drawWakeup(pen, x1, fromLane, x2, toLane, worker) {
    const isLost = x2 === null || worker === NULL_LATCH || toLane === undefined;
    pen.strokeStyle = isLost ? this.colour.bad : this.colour.wake;
    pen.fillStyle = pen.strokeStyle;
    pen.lineWidth = 1.6;
    pen.setLineDash(x2 === null ? [4, 4] : []);
    const y1 = fromLane + this.lane / 2;
    const end = x2 === null ? Math.min(this.width - 14, x1 + 60) : x2;
    const y2 = toLane === undefined ? y1 - this.lane / 2 : toLane + this.lane / 2;
    const direction = y2 > y1 ? 1 : -1;
    const tip = y2 - direction * 6;
    pen.beginPath();
    pen.moveTo(x1, y1 + direction * 6);
    pen.bezierCurveTo(x1, (y1 + tip) / 2, end, (y1 + tip) / 2, end, tip);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(end, tip + direction * 2);
    pen.lineTo(end - 4, tip - direction * 5);
    pen.lineTo(end + 4, tip - direction * 5);
    pen.fill();
  }

  drawStrips(pen) {
    let top = TOP + this.lanes.length * this.lane + STRIP_GAP;
    this.label(pen, "lock", top + LOCK_STRIP / 2);
    this.drawLock(pen, top);
    top += LOCK_STRIP + STRIP_GAP;
    this.label(pen, `ring ≤${this.maxDepth}`, top + DEPTH_STRIP / 2);
    this.drawDepth(pen, top);
    top += DEPTH_STRIP + STRIP_GAP;
    this.label(pen, "idle", top + (this.workers * this.idleRow) / 2);
    this.drawIdle(pen, top);
  }

  label(pen, text, y) {
    pen.fillStyle = this.colour.faint;
    pen.textAlign = "left";
    pen.fillText(text, 0, y);
  }

  drawLock(pen, top) {
    pen.fillStyle = this.colour.lock;
    let last = -1;
    for (let i = this.range[0]; i <= this.range[1]; i++) {
      if (!this.trace.isSection(i)) continue;
      const half = this.byTime ? 1 : Math.max(1, (this.x(0.35) - this.x(0)));
      const x = this.x(this.trace.at(i, this.byTime));
      if (Math.round(x) === last || x < this.gutter) continue;
      last = Math.round(x);
      pen.fillRect(x - half, top, 2 * half, LOCK_STRIP);
    }
  }

  /** Calls back with the span of each step's after-state, those of one pixel as one; with -1 for the initial state. */
  spans(draw) {
    let left = null;
    if (this.range[0] === 0) {
      const first = Math.min(this.width - 8, Math.round(this.x(this.trace.at(0, this.byTime))));
      if (first > this.gutter) draw(-1, this.gutter, first - this.gutter);
    }
    for (let i = this.range[0]; i <= this.range[1]; i++) {
      const x = Math.max(this.gutter, Math.round(this.x(this.trace.at(i, this.byTime))));
      const next = i + 1 < this.trace.count ? Math.round(this.x(this.trace.at(i + 1, this.byTime))) : this.width - 8;
      if (left === null) left = x;
      if (next - left < 1 && i < this.range[1]) continue;
      draw(i, left, Math.min(next, this.width - 8) - left);
      left = null;
    }
  }

  drawDepth(pen, top) {
    pen.fillStyle = this.colour.line;
    pen.fillRect(this.gutter, top + DEPTH_STRIP, this.width - this.gutter - 8, 1);
    pen.fillStyle = this.colour.link;
    this.spans((i, x, width) => {
      const height = (Math.max(0, this.trace.depthAfter(i)) / this.maxDepth) * DEPTH_STRIP;
      if (height > 0 && width > 0) pen.fillRect(x, top + DEPTH_STRIP - height, width, height);
    });
  }

  drawIdle(pen, top) {
    pen.fillStyle = this.colour.shade;
    pen.fillRect(this.gutter, top, this.width - this.gutter - 8, this.workers * this.idleRow);
    pen.fillStyle = this.colour.good;
    this.spans((i, x, width) => {
      const idle = this.trace.idleAfter(i);
      if (idle === NOT_KNOWN || width <= 0) return;
      for (let w = 0; w < this.workers; w++) {
        if (idle & (1 << w)) pen.fillRect(x, top + w * this.idleRow, width, this.idleRow - 1);
      }
    });
  }

  drawCursor(pen, height) {
    const at = this.middle(this.selected);
    if (at < this.from || at > this.to) return;
    pen.fillStyle = this.colour.shade;
    pen.fillRect(this.x(at) - 8, 16, 16, height - 16);
  }
}
