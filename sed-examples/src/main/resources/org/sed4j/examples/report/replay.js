// The replay: worlds as they were, frame by frame, on canvases that share one set of controls.

/** How a cell is drawn, from what its label says; a palette may name a shape itself. */
function shapeOf(code, entry) {
  if (entry.shape) return entry.shape;
  const label = (entry.label || "").toLowerCase();
  if (/wall/.test(label)) return "block";
  if (/floor|ground|empty|grass|free/.test(label)) return "none";
  if (/player|avatar|agent/.test(label)) return "player";
  if (/eaten|bare|wait|spent/.test(label)) return "ring";
  if (/apple|fruit/.test(label)) return "apple";
  if (/beam|zap|laser/.test(label)) return "beam";
  return "block";
}

/** Where a player looks, if its letter or label says so, in quarter turns clockwise from up. */
function facing(code, entry) {
  const byLetter = { "^": 0, ">": 1, "v": 2, "<": 3 };
  if (entry.facing !== undefined) return ["up", "right", "down", "left"].indexOf(entry.facing);
  return code in byLetter ? byLetter[code] : -1;
}

/** Dark or light, whichever can be read on that colour. */
function inkOn(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour || "");
  if (!hex) return "#fff";
  const full = hex[1].length === 3 ? [...hex[1]].map(c => c + c).join("") : hex[1];
  const [r, g, b] = [0, 2, 4].map(i => parseInt(full.slice(i, i + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b > 150 ? "#1a1a1a" : "#ffffff";
}

function drawCell(pen, code, entry, x, y, s, letters) {
  const c = entry.color || "#888888", mid = s / 2;
  pen.fillStyle = c;
  pen.strokeStyle = c;
  pen.beginPath();
  switch (shapeOf(code, entry)) {
    case "none": break;
    case "apple":
      pen.arc(x + mid, y + mid * 1.08, s * 0.31, 0, 7);
      pen.fill();
      pen.beginPath();
      pen.lineWidth = Math.max(1, s * 0.09);
      pen.strokeStyle = "#4f7f3a";
      pen.moveTo(x + mid, y + mid * 0.55);
      pen.lineTo(x + mid * 1.3, y + mid * 0.24);
      pen.stroke();
      break;
    case "ring":
      pen.lineWidth = Math.max(1, s * 0.08);
      pen.arc(x + mid, y + mid, s * 0.22, 0, 7);
      pen.stroke();
      break;
    case "beam":
      pen.fillRect(x + s * 0.3, y, s * 0.4, s);
      pen.fillRect(x, y + s * 0.3, s, s * 0.4);
      break;
    case "player": {
      pen.roundRect(x + s * 0.07, y + s * 0.07, s * 0.86, s * 0.86, s * 0.28);
      pen.fill();
      const turn = facing(code, entry);
      if (turn >= 0) {
        pen.save();
        pen.translate(x + mid, y + mid);
        pen.rotate(turn * Math.PI / 2);
        pen.fillStyle = inkOn(c);
        pen.beginPath();
        pen.moveTo(0, -s * 0.26);
        pen.lineTo(s * 0.2, s * 0.16);
        pen.lineTo(-s * 0.2, s * 0.16);
        pen.fill();
        pen.restore();
      } else if (!letters) letter(pen, code, x, y, s, inkOn(c));
      break;
    }
    default: pen.fillRect(x, y, s + 0.5, s + 0.5);
  }
  if (letters && shapeOf(code, entry) !== "none") letter(pen, code, x, y, s, shapeOf(code, entry) === "ring" ? c : inkOn(c));
}

function letter(pen, code, x, y, s, ink) {
  pen.fillStyle = ink;
  pen.font = `600 ${s * 0.62}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(code, x + s / 2, y + s / 2 + s * 0.04);
}

/** One world: a canvas with its title, caption and numbers. */
class Stage {
  constructor(replay) {
    this.replay = replay;
    this.canvas = el("canvas", { role: "img" });
    this.caption = el("span", { class: "unit" });
    this.numbers = el("dl", { class: "numbers" });
    this.node = el("figure", { class: "world" },
      el("figcaption", {}, el("h3", {}, replay.title || "Replay"), this.caption), this.canvas, this.numbers);
    this.frame = 0;
    new ResizeObserver(() => this.draw(this.frame, this.letters)).observe(this.node);
  }

  draw(frame, letters) {
    this.letters = letters;
    const { rows, cols, palette, frames } = this.replay;
    this.frame = Math.min(frame, frames.length - 1);
    const now = frames[this.frame], width = this.canvas.clientWidth;
    if (!now || !width) return;
    const ratio = window.devicePixelRatio || 1, s = width * ratio / cols;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(s * rows);
    const pen = this.canvas.getContext("2d");
    const cells = [...now.cells];
    const counts = {};
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) {
        const code = cells[r * cols + c], entry = palette[code];
        if (!entry) continue;
        counts[entry.label] = (counts[entry.label] || 0) + 1;
        drawCell(pen, code, entry, c * s, r * s, s, letters);
      }
    }
    this.caption.textContent = now.caption || `step ${this.frame + 1}`;
    this.canvas.setAttribute("aria-label", `${this.replay.title || "World"}, ${this.caption.textContent}: `
      + Object.entries(counts).filter(([label]) => !/wall|floor|ground|empty/i.test(label)).map(([label, n]) => `${n} ${label}`).join(", "));
    this.numbers.replaceChildren(...Object.entries(now.numbers || {}).map(([name, value]) =>
      el("div", {}, el("dt", {}, name.replace(/_/g, " ")), el("dd", {}, typeof value === "number" ? show(value) : String(value)))));
  }
}

/** All worlds and the controls they share. */
class Replay {
  constructor(replays) {
    this.stages = replays.map(replay => new Stage(replay));
    this.length = Math.max(...replays.map(replay => replay.frames.length));
    this.at = 0;
    this.playing = false;
    this.speed = 8;
    this.letters = false;
    this.button = el("button", { type: "button", class: "play", click: () => this.toggle() }, "▶ Play");
    this.slider = el("input", { type: "range", min: 0, max: this.length - 1, value: 0, "aria-label": "Step", input: () => this.go(+this.slider.value) });
    this.step = el("span", { class: "unit" });
    const speeds = el("select", { "aria-label": "Speed", change: () => { this.speed = +speeds.value; } },
      ...[2, 4, 8, 16, 32, 64].map(v => el("option", { value: v, selected: v === 8 ? "" : null }, `${v} steps/s`)));
    const letters = el("input", { type: "checkbox", change: () => { this.letters = letters.checked; this.go(this.at); this.key(); } });
    this.legend = el("ul", { class: "key", "aria-label": "What is what" });
    this.node = el("div", { class: "panel wide", id: "replay-panel", tabindex: -1, keydown: event => this.press(event) },
      el("div", { class: "stage" }, ...this.stages.map(stage => stage.node)),
      el("div", { class: "deck" }, this.button,
        el("button", { type: "button", "aria-label": "One step back", click: () => this.pause(this.at - 1) }, "◀"),
        el("button", { type: "button", "aria-label": "One step on", click: () => this.pause(this.at + 1) }, "▶"),
        this.slider, this.step, speeds, el("label", {}, letters, "letters")),
      this.legend);
    this.palette = Object.assign({}, ...replays.map(replay => replay.palette));
    this.key();
    requestAnimationFrame(() => this.go(0));
  }

  /** The legend: each label once, drawn as it is drawn. */
  key() {
    const seen = new Set();
    this.legend.replaceChildren();
    for (const [code, entry] of Object.entries(this.palette)) {
      if (seen.has(entry.label)) continue;
      seen.add(entry.label);
      const swatch = el("canvas", { width: 36, height: 36, "aria-hidden": "true" });
      drawCell(swatch.getContext("2d"), code, entry, 0, 0, 36, this.letters);
      this.legend.append(el("li", {}, swatch, entry.label));
    }
  }

  go(frame) {
    this.at = Math.min(this.length - 1, Math.max(0, frame));
    this.stages.forEach(stage => stage.draw(this.at, this.letters));
    this.slider.value = this.at;
    this.step.textContent = `${this.at + 1} / ${this.length}`;
  }

  pause(frame) {
    this.playing = false;
    this.button.textContent = "▶ Play";
    this.go(frame);
  }

  toggle() {
    if (this.playing) { this.pause(this.at); return; }
    if (this.at === this.length - 1) this.go(0);
    this.playing = true;
    this.button.textContent = "❚❚ Pause";
    let last = performance.now(), owed = 0;
    const tick = now => {
      if (!this.playing) return;
      owed += (now - last) / 1000 * this.speed;
      last = now;
      if (owed >= 1) {
        this.go(this.at + Math.floor(owed));
        owed %= 1;
      }
      if (this.at >= this.length - 1) { this.pause(this.at); return; }
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  press(event) {
    if (event.target.tagName === "SELECT") return;
    const slider = event.target === this.slider;
    if (event.key === " " && event.target.tagName !== "BUTTON" && event.target.type !== "checkbox") this.toggle();
    else if (event.key === "ArrowLeft" && !slider) this.pause(this.at - 1);
    else if (event.key === "ArrowRight" && !slider) this.pause(this.at + 1);
    else if (event.key === "Home" && !slider) this.pause(0);
    else if (event.key === "End" && !slider) this.pause(this.length - 1);
    else return;
    event.preventDefault();
  }
}
