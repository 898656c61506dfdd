// Plots: one class draws a panel as SVG, with a legend, a reading line for mouse and keyboard, and a table beside it.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes and children; a function among the attributes listens to that event. */
function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element likewise. */
function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** A number for people: about four digits, thousands apart, a true minus sign. */
function show(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  let text;
  if (size >= 1000) text = Math.round(size).toString().replace(/\B(?=(\d{3})+$)/g, "\u202f");
  else if (size === 0) text = "0";
  else if (size < 1e-4) text = size.toExponential(1).replace(".0", "").replace("e-", "·10⁻").replace(/⁻(\d+)$/, (m, d) => "⁻" + raised(d));
  else text = String(+size.toPrecision(size >= 1 && Number.isInteger(size) ? 4 : 3));
  return (value < 0 && text !== "0" ? "\u2212" : "") + text;
}

/** Half the width of an interval: two digits, and nothing where only rounding differs. */
function showHalf(half, mean) {
  const size = Math.abs(mean ?? 0);
  return show(half <= 1e-9 * size ? 0 : half >= 1000 ? half : +half.toPrecision(2));
}

function raised(digits) {
  return [...digits].map(d => "⁰¹²³⁴⁵⁶⁷⁸⁹"[+d]).join("");
}

/** Round steps between two numbers, about so many. */
function ticks(low, high, count) {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map(m => m * power).find(s => s >= rough * 0.999);
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) found.push(+(i * step).toPrecision(12));
  return found;
}

function measured(values) {
  return values.filter(v => v !== null);
}

/** An exponential mean of what came before; holes stay holes. */
function smoothed(values, weight) {
  let last = null;
  return values.map(v => {
    if (v === null) return null;
    last = last === null ? v : weight * last + (1 - weight) * v;
    return last;
  });
}

const DASHES = ["", "7 4", "2 3", "10 3 2 3"];
const COLOURS = 7;

function colour(i) {
  return `var(--l${i % COLOURS})`;
}

function dash(i) {
  return DASHES[(i + Math.floor(i / COLOURS)) % DASHES.length];
}

/** The little mark that tells a line from others without its colour. */
function mark(i, x, y, r = 3.6) {
  const paths = [
    `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
    `M${x} ${y - r * 1.2}l${r * 1.2} ${r * 2.1}h${-r * 2.4}z`,
    `M${x} ${y - r * 1.3}l${r * 1.3} ${r * 1.3}l${-r * 1.3} ${r * 1.3}l${-r * 1.3} ${-r * 1.3}z`,
    `M${x} ${y + r * 1.2}l${r * 1.2} ${-r * 2.1}h${-r * 2.4}z`,
    `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x + r} ${y - r}l${-2 * r} ${2 * r}`,
    `M${x} ${y - r * 1.2}v${2.4 * r}M${x - r * 1.2} ${y}h${2.4 * r}`,
  ];
  return svg("path", { d: paths[i % paths.length], fill: i % paths.length < 5 ? colour(i) : "none", stroke: colour(i), "stroke-width": 1.8 });
}

class Chart {
  constructor(panel, rounds, episodes, unit) {
    this.panel = panel;
    this.unit = unit;
    this.allRounds = rounds;
    this.episodes = episodes;
    this.byEpisode = episodes.length > 0;
    this.rounds = this.byEpisode ? episodes : rounds;
    this.shown = panel.lines.map(() => true);
    this.smooth = 0;
    this.at = null;
    this.plot = el("div", {
      class: "plot", tabindex: 0, role: "group", "aria-label": `Plot of ${panel.title}. Left and right arrows read the values.`,
      keydown: event => this.key(event), blur: () => this.read(null),
      pointermove: event => this.point(event), pointerleave: () => this.read(null),
    });
    this.tip = el("div", { class: "tip", hidden: "" });
    this.voice = el("div", { class: "hidden", "aria-live": "polite" });
    const wide = panel.lines.length > 2;
    this.node = el("figure", { class: wide ? "panel wide" : "panel", id: "panel-" + panel.id },
      el("figcaption", {}, el("h3", {}, panel.title, panel.unit ? el("span", { class: "unit" }, "  ·  " + panel.unit) : null),
        panel.about ? el("p", { class: "about" }, panel.about) : null),
      el("div", { class: "body" }, el("div", {}, this.plot, this.legend()), el("div", {}, this.summary(), this.numbers())));
    this.height = wide ? 300 : 220;
    new ResizeObserver(() => this.draw()).observe(this.plot);
  }

  legend() {
    if (this.panel.lines.length < 2) return null;
    return el("ul", { class: "legend", "aria-label": "Lines; press to hide" }, ...this.panel.lines.map((line, i) => {
      const button = el("button", { type: "button", "aria-pressed": "true", click: () => {
        this.shown[i] = !this.shown[i];
        button.setAttribute("aria-pressed", this.shown[i]);
        this.draw();
      } }, svg("svg", { width: 30, height: 12, "aria-hidden": "true" },
        svg("line", { x1: 0, x2: 30, y1: 6, y2: 6, stroke: colour(i), "stroke-width": 2, "stroke-dasharray": dash(i) }), mark(i, 15, 6)), line.label);
      return el("li", {}, button);
    }));
  }

  summary() {
    const several = this.panel.lines.some(line => line.half.some(h => h !== null));
    const cell = (mean, half) =>
      el("td", {}, show(mean), half === null ? null : el("span", { class: "pm" }, " ± " + showHalf(half, mean)));
    return el("div", { class: "scroll" }, el("table", {},
      el("caption", {}, `Means of the first and last tenth of the ${this.unit}s` + (several ? ", ± 95 % interval" : "")),
      el("thead", {}, el("tr", {}, ...["", "first", "last", "least", "greatest"].map(t => el("th", { scope: "col" }, t)))),
      el("tbody", {}, ...this.panel.lines.map(line => {
        const values = measured(line.mean);
        return el("tr", {}, el("th", { scope: "row" }, line.label), cell(line.tenths[0], line.tenths[1]), cell(line.tenths[2], line.tenths[3]),
          el("td", {}, show(values.length ? Math.min(...values) : null)), el("td", {}, show(values.length ? Math.max(...values) : null)));
      }))));
  }

  numbers() {
    const details = el("details", { toggle: () => {
      if (!details.open || details.children.length > 1) return;
      const every = Math.max(1, Math.ceil(this.allRounds.length / 200));
      const rows = this.allRounds.map((r, i) => i).filter(i => i % every === 0 || i === this.allRounds.length - 1);
      details.append(el("div", { class: "scroll", tabindex: 0 }, el("table", {},
        every > 1 ? el("caption", {}, `Every ${every}th point`) : null,
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, this.unit), ...this.panel.lines.map(l => el("th", { scope: "col" }, l.label)))),
        el("tbody", {}, ...rows.map(i => el("tr", {}, el("th", { scope: "row" }, show(this.allRounds[i])),
          ...this.panel.lines.map(l => el("td", {}, show(l.mean[i])))))))));
    } }, el("summary", {}, `Numbers by ${this.unit}`));
    return details;
  }

  /** Means of whole episodes over what each round was, or the rounds alone. */
  setByEpisode(wanted) {
    this.byEpisode = wanted && this.episodes.length > 0;
    this.rounds = this.byEpisode ? this.episodes : this.allRounds;
    this.at = null;
    this.draw();
  }

  /** What is drawn of each line now: mean and half width, smoothed. */
  series() {
    return this.panel.lines.map(line => {
      const mean = this.byEpisode ? line.episodeMean : line.mean, half = this.byEpisode ? line.episodeHalf : line.half;
      return { mean: this.smooth ? smoothed(mean, this.smooth) : mean, half: this.smooth ? smoothed(half, this.smooth) : half };
    });
  }

  /** Whether the rounds themselves are drawn, pale, behind what is drawn of them. */
  pale() {
    return this.smooth > 0 || this.byEpisode;
  }

  range(series) {
    let low = Infinity, high = -Infinity;
    series.forEach((s, i) => {
      if (!this.shown[i]) return;
      s.mean.forEach((m, p) => {
        if (m === null) return;
        const h = s.half[p] ?? 0;
        low = Math.min(low, m - h);
        high = Math.max(high, m + h);
      });
      if (this.pale()) measured(this.panel.lines[i].mean).forEach(m => {
        low = Math.min(low, m);
        high = Math.max(high, m);
      });
    });
    if (low > high) return [0, 1];
    if (this.panel.unit.endsWith("0 to 1")) return [Math.min(0, low), Math.max(1, high)];
    if (low >= 0 && low < 0.6 * high) low = 0;
    const gap = high - low || Math.abs(high) || 1;
    return [low === 0 ? 0 : low - 0.06 * gap, high + 0.08 * gap];
  }

  draw() {
    const width = this.plot.clientWidth;
    if (!width) return;
    const height = this.height, left = 56, right = 14, top = 10, bottom = 34;
    const series = this.series();
    const [low, high] = this.range(series);
    const first = this.allRounds[0] ?? 0, last = this.allRounds[this.allRounds.length - 1] ?? 1;
    this.x = r => left + (last === first ? 0.5 : (r - first) / (last - first)) * (width - left - right);
    this.y = v => top + (high - v) / (high - low) * (height - top - bottom);
    this.drawn = series;
    const root = svg("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "img", "aria-label": this.spoken() });
    for (const v of ticks(low, high, 5)) {
      root.append(svg("line", { class: v === 0 ? "base" : "grid", x1: left, x2: width - right, y1: this.y(v), y2: this.y(v) }),
        svg("text", { x: left - 8, y: this.y(v) + 4, "text-anchor": "end" }, show(v)));
    }
    const steps = last === first ? [first] : ticks(first, last, Math.max(2, width / 110)).filter(Number.isInteger);
    for (const r of steps) root.append(svg("text", { x: this.x(r), y: height - bottom + 18, "text-anchor": "middle" }, show(r)));
    root.append(svg("text", { x: width - right, y: height - 2, "text-anchor": "end" }, this.unit));
    series.forEach((s, i) => this.shown[i] && this.line(root, s, i));
    this.reader = svg("g");
    root.append(this.reader);
    this.plot.replaceChildren(root, this.tip, this.voice);
    this.read(this.at);
  }

  line(root, s, i) {
    if (this.pale()) root.append(svg("path", { d: this.path(this.panel.lines[i].mean, this.allRounds), fill: "none", stroke: colour(i), opacity: this.panel.lines.length > 2 ? 0.13 : 0.27 }));
    const band = this.band(s);
    if (band) root.append(svg("path", { d: band, fill: colour(i), opacity: this.panel.lines.length > 4 ? 0.08 : 0.16 }));
    root.append(svg("path", { d: this.path(s.mean, this.rounds), fill: "none", stroke: colour(i), "stroke-width": 2, "stroke-linejoin": "round", "stroke-dasharray": dash(i) }));
    const known = s.mean.map((m, p) => p).filter(p => s.mean[p] !== null);
    if (this.panel.lines.length > 1 || known.length === 1) {
      const marks = Math.min(known.length, 6);
      for (let k = 0; k < marks; k++) {
        const p = known[Math.round((k + (i % 4) / 5) / Math.max(1, marks - 1) * (known.length - 1))];
        if (p !== undefined) root.append(mark(i, this.x(this.rounds[p]), this.y(s.mean[p])));
      }
    }
  }

  path(values, rounds) {
    let d = "", pen = "M";
    values.forEach((v, p) => {
      if (v === null) { pen = "M"; return; }
      d += `${pen}${this.x(rounds[p]).toFixed(1)} ${this.y(v).toFixed(1)}`;
      pen = "L";
    });
    return d;
  }

  band(s) {
    const upper = [], lower = [];
    s.mean.forEach((m, p) => {
      if (m === null || s.half[p] === null) return;
      const x = this.x(this.rounds[p]).toFixed(1);
      upper.push(`${x} ${this.y(m + s.half[p]).toFixed(1)}`);
      lower.unshift(`${x} ${this.y(m - s.half[p]).toFixed(1)}`);
    });
    return upper.length > 1 ? "M" + upper.concat(lower).join("L") + "Z" : null;
  }

  spoken() {
    return this.panel.title + ". " + this.panel.lines.map(line =>
      `${line.label}: from ${show(line.tenths[0])} to ${show(line.tenths[2])}`).join("; ") + ".";
  }

  point(event) {
    const box = this.plot.getBoundingClientRect();
    let best = 0;
    this.rounds.forEach((r, p) => {
      if (Math.abs(this.x(r) - event.clientX + box.left) < Math.abs(this.x(this.rounds[best]) - event.clientX + box.left)) best = p;
    });
    this.read(best);
  }

  key(event) {
    const moves = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };
    const end = this.rounds.length - 1;
    let to = null;
    if (event.key in moves) to = (this.at ?? (moves[event.key] > 0 ? -1 : end + 1)) + moves[event.key];
    else if (event.key === "Home") to = 0;
    else if (event.key === "End") to = end;
    else if (event.key === "Escape") { this.read(null); return; }
    if (to === null) return;
    event.preventDefault();
    this.read(Math.min(end, Math.max(0, to)), true);
  }

  read(p, aloud = false) {
    this.at = p;
    if (!this.reader) return;
    this.reader.replaceChildren();
    this.tip.hidden = p === null || !this.rounds.length;
    if (this.tip.hidden) return;
    const x = this.x(this.rounds[p]);
    this.reader.append(svg("line", { class: "base", x1: x, x2: x, y1: 10, y2: this.height - 34 }));
    const rows = [];
    this.drawn.forEach((s, i) => {
      if (!this.shown[i] || s.mean[p] === null) return;
      this.reader.append(mark(i, x, this.y(s.mean[p]), 4.6));
      rows.push(`${this.panel.lines.length > 1 ? this.panel.lines[i].label + "  " : ""}${show(s.mean[p])}${s.half[p] === null ? "" : " ± " + showHalf(s.half[p], s.mean[p])}`);
    });
    const when = this.byEpisode ? `episode ${p + 1}` : "round " + show(this.rounds[p]);
    this.tip.replaceChildren(el("strong", {}, when), ...rows.map(text => el("div", {}, text)));
    const wide = this.plot.clientWidth;
    this.tip.style.left = x < wide / 2 ? x + 12 + "px" : "auto";
    this.tip.style.right = x < wide / 2 ? "auto" : wide - x + 12 + "px";
    this.tip.style.top = "8px";
    if (aloud) this.voice.textContent = `${when}: ${rows.join(", ")}`;
  }
}

/** A line without axes, for a card. */
function spark(values) {
  const known = measured(values);
  if (known.length < 2) return null;
  const low = Math.min(...known), high = Math.max(...known), gap = high - low || 1;
  let d = "", pen = "M";
  values.forEach((v, p) => {
    if (v === null) { pen = "M"; return; }
    d += `${pen}${(p / (values.length - 1) * 100).toFixed(2)} ${(28 - (v - low) / gap * 24).toFixed(2)}`;
    pen = "L";
  });
  return svg("svg", { viewBox: "0 0 100 32", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("path", { d, fill: "none", stroke: "var(--accent)", "stroke-width": 1.8, "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round" }));
}
