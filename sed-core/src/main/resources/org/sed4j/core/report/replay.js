// The replay: worlds as they were, frame by frame, on canvases that share one set of controls.

/** How a cell is drawn: as the palette says, or else as its label suggests. */
function shapeOf(entry) {
  if (entry.shape) return entry.shape;
  const label = (entry.label || "").toLowerCase();
  const guesses = [[/wall/, "block"], [/player|avatar|agent/, "avatar"], [/grass|bare|eaten/, "grass"], [/apple|fruit/, "fruit"],
    [/beam|zap|laser/, "beam"], [/floor|ground|empty|free/, "ground"]];
  return (guesses.find(([pattern]) => pattern.test(label)) || [null, "block"])[1];
}

/** The number in a player's label, for its back. */
function numberOf(entry, code) {
  const digits = /\d+/.exec(entry.label || "");
  return digits ? digits[0] : code;
}

/** Dark or light, whichever can be read on that colour. */
function inkOn(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour || "");
  if (!hex) return "#fff";
  const full = hex[1].length === 3 ? [...hex[1]].map(c => c + c).join("") : hex[1];
  const [r, g, b] = [0, 2, 4].map(i => parseInt(full.slice(i, i + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b > 150 ? "#1a1a1a" : "#ffffff";
}

/** A colour darker or lighter: towards black below 1, towards white above. */
function shade(colour, factor) {
  const full = colour.length === 4 ? [...colour.slice(1)].map(c => c + c).join("") : colour.slice(1);
  const toward = factor < 1 ? v => v * factor : v => 255 - (255 - v) * (2 - factor);
  return "rgb(" + [0, 2, 4].map(i => Math.round(toward(parseInt(full.slice(i, i + 2), 16)))).join(",") + ")";
}

function drawCell(pen, code, entry, x, y, s, letters, dark) {
  const c = entry.color || "#888888", shape = shapeOf(entry), mid = s / 2;
  const ground = v => dark ? shade(v, 0.3) : v;
  pen.fillStyle = shape === "block" || shape === "ground" || shape === "grass" ? ground(c) : ground(shape === "fruit" ? "#b9d48b" : "#efe6d5");
  pen.fillRect(x, y, s + 0.6, s + 0.6);
  pen.fillStyle = c;
  if (shape === "block") {
    pen.fillStyle = dark ? shade(c, 0.6) : shade(c, 0.85);
    pen.fillRect(x, y, s + 0.6, s + 0.6);
  } else if (shape === "grass") {
    pen.strokeStyle = dark ? shade(c, 0.75) : shade(c, 0.75);
    pen.lineWidth = Math.max(1, s * 0.07);
    pen.beginPath();
    for (const [dx, dy] of [[0.3, 0.62], [0.52, 0.5], [0.72, 0.68]]) {
      pen.moveTo(x + dx * s, y + dy * s);
      pen.lineTo(x + dx * s, y + (dy - 0.2) * s);
    }
    pen.stroke();
  } else if (shape === "fruit") {
    pen.beginPath();
    pen.arc(x + mid, y + s * 0.56, s * 0.29, 0, 7);
    pen.fill();
    pen.strokeStyle = dark ? "#8fce6f" : "#4e8f3a";
    pen.lineWidth = Math.max(1, s * 0.09);
    pen.beginPath();
    pen.moveTo(x + mid, y + s * 0.3);
    pen.lineTo(x + s * 0.66, y + s * 0.13);
    pen.stroke();
  } else if (shape === "beam") {
    pen.fillRect(x + s * 0.12, y + s * 0.12, s * 0.76, s * 0.76);
  } else if (shape === "avatar") {
    avatar(pen, code, entry, x, y, s, letters, dark);
  }
  if (letters && shape !== "ground") letter(pen, shape === "avatar" ? numberOf(entry, code) : code, x, y, s, shape === "grass" ? (dark ? "#fff" : "#000") : inkOn(c));
}

/** Somebody seen from above: a nose where it heads, and its number. */
function avatar(pen, code, entry, x, y, s, letters, dark) {
  const c = entry.color, mid = s / 2;
  if (entry.heading !== undefined) {
    pen.save();
    pen.translate(x + mid, y + mid);
    pen.rotate(entry.heading * Math.PI / 2);
    pen.fillStyle = shade(c, dark ? 1.5 : 0.6);
    pen.beginPath();
    pen.moveTo(0, -s * 0.5);
    pen.lineTo(s * 0.28, -s * 0.2);
    pen.lineTo(-s * 0.28, -s * 0.2);
    pen.fill();
    pen.restore();
  }
  pen.fillStyle = c;
  pen.beginPath();
  pen.roundRect(x + s * 0.14, y + s * 0.14, s * 0.72, s * 0.72, s * 0.26);
  pen.fill();
  if (!letters) letter(pen, numberOf(entry, code), x, y, s, inkOn(c));
}

function letter(pen, text, x, y, s, ink) {
  pen.fillStyle = ink;
  pen.font = `600 ${s * (text.length > 1 ? 0.42 : 0.56)}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(text, x + s / 2, y + s / 2 + s * 0.04);
}

const DARK = window.matchMedia("(prefers-color-scheme: dark)");

/** One world: a canvas with its title, caption and numbers. */
class Stage {
  constructor(replay, names) {
    this.replay = replay;
    this.names = names;
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
        drawCell(pen, code, entry, c * s, r * s, s, letters, DARK.matches);
      }
    }
    this.caption.textContent = now.caption || `step ${this.frame + 1}`;
    this.canvas.setAttribute("aria-label", `${this.replay.title || "World"}, ${this.caption.textContent}: `
      + Object.entries(counts).filter(([label]) => !/wall|floor|ground|empty/i.test(label)).map(([label, n]) => `${n} ${label}`).join(", "));
    this.numbers.replaceChildren(...Object.entries(now.numbers || {}).map(([name, value]) =>
      el("div", {}, el("dt", {}, this.names[name] || name.replace(/_/g, " ")), el("dd", {}, typeof value === "number" ? show(value) : String(value)))));
  }
}

/** All worlds and the controls they share. */
class Replay {
  constructor(replays, names) {
    this.stages = replays.map(replay => new Stage(replay, names));
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
    this.shown = this.stages.map((stage, i) => this.stages.length < 3 || i === 0 || i === this.stages.length - 1);
    this.legend = el("ul", { class: "key", "aria-label": "What is what" });
    this.node = el("div", { class: "panel wide", id: "replay-panel", tabindex: -1, keydown: event => this.press(event) },
      this.chooser(), el("div", { class: "stage" }, ...this.stages.map(stage => stage.node)),
      el("div", { class: "deck" }, this.button,
        el("button", { type: "button", "aria-label": "One step back", click: () => this.pause(this.at - 1) }, "◀"),
        el("button", { type: "button", "aria-label": "One step on", click: () => this.pause(this.at + 1) }, "▶"),
        this.slider, this.step, speeds, el("label", {}, letters, "letters")),
      this.legend);
    this.palette = Object.assign({}, ...replays.map(replay => replay.palette));
    this.key();
    DARK.addEventListener("change", () => { this.key(); this.go(this.at); });
    requestAnimationFrame(() => this.go(0));
  }

  /** Which worlds to see, if there are more than two. */
  chooser() {
    this.stages.forEach((stage, i) => { stage.node.hidden = !this.shown[i]; });
    if (this.stages.length < 3) return null;
    return el("div", { class: "chooser", role: "group", "aria-label": "Worlds to show" }, ...this.stages.map((stage, i) => {
      const button = el("button", { type: "button", "aria-pressed": this.shown[i], click: () => {
        this.shown[i] = !this.shown[i];
        stage.node.hidden = !this.shown[i];
        button.setAttribute("aria-pressed", this.shown[i]);
        this.go(this.at);
      } }, stage.replay.title);
      return button;
    }));
  }

  /** The legend: each label once, drawn as it is drawn. */
  key() {
    const seen = new Set();
    this.legend.replaceChildren();
    for (const [code, entry] of Object.entries(this.palette)) {
      if (seen.has(entry.label)) continue;
      seen.add(entry.label);
      const swatch = el("canvas", { width: 36, height: 36, "aria-hidden": "true" });
      drawCell(swatch.getContext("2d"), code, entry, 0, 0, 36, this.letters, DARK.matches);
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
