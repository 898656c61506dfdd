// The page: from the data of the run to a header, a replay, the sections and how to make it again.

const data = JSON.parse(document.getElementById("data").textContent);
const charts = [];

function headline() {
  const cards = [];
  for (const [id, label] of Object.entries(data.cards)) {
    const panel = data.sections.flatMap(s => s.panels).find(p => p.id === id);
    if (!panel) continue;
    const line = panel.lines[0], [before, , now, half] = line.tenths;
    cards.push(el("div", { class: "card" }, el("dt", {}, label),
      el("dd", {}, el("a", { href: "#panel-" + id, class: "big", style: "text-decoration:none;color:inherit" }, show(now)),
        half === null ? null : el("span", { class: "small" }, " ± " + showHalf(half, now)),
        el("div", { class: "small" }, `${show(before)} at the start`), spark(line.episodeMean || line.mean))));
  }
  return cards.length ? el("dl", { class: "cards", "aria-label": `Means over the last tenth of the ${data.unit}s` }, ...cards) : null;
}

function ring() {
  const known = data.sections.filter(s => s.step);
  if (known.length < 3) return null;
  return el("ol", { class: "ring", "aria-label": "One round" }, ...known.map((s, i) =>
    el("li", {}, el("a", { href: "#" + s.id }, s.step), i + 1 < known.length ? "→" : "↺")));
}

function title() {
  const seeds = data.seeds.length > 1 ? `${data.seeds.length} seeds (${data.seeds.join(", ")})` : `seed ${data.seeds[0]}`;
  const facts = [data.facts.players && `${data.facts.players} players`, data.facts.worlds && `${show(+data.facts.worlds)} ${data.facts.worlds === "1" ? "world" : "worlds"}`,
    data.facts.taxes && `taxes: ${data.facts.taxes}`, `${show(data.played)} ${data.unit}s`, seeds].filter(Boolean).join(" · ");
  document.getElementById("top").append(el("h1", {}, data.title), el("p", { class: "lead" }, facts), ...[ring(), headline()].filter(Boolean));
  if (!data.ended) document.getElementById("top").append(el("p", { class: "note" }, "This run has not ended: it can be taken up with --resume."));
}

function navigation(ids) {
  const smoother = el("input", { type: "range", min: 0, max: 0.95, step: 0.05, value: 0, input: () => charts.forEach(chart => {
    chart.smooth = +smoother.value;
    chart.draw();
  }) });
  const episodes = el("input", { type: "checkbox", checked: "", change: () => charts.forEach(chart => chart.setByEpisode(episodes.checked)) });
  return el("nav", { "aria-label": "Sections" }, ...ids.map(([id, text]) => el("a", { href: "#" + id }, text)),
    el("span", { class: "tools" },
      data.episodes.length ? el("label", { title: `Bold: means of whole episodes of ${data.episode} rounds. Pale: the rounds.` }, episodes, "episode means") : null,
      charts.length ? el("label", {}, "smooth", smoother) : null));
}

function section(s) {
  const own = s.panels.map(panel => new Chart(panel, data.rounds, data.episodes, data.unit));
  charts.push(...own);
  return el("section", { id: s.id }, el("h2", {}, s.title), el("p", { class: "about" }, s.about), el("div", { class: "panels" }, ...own.map(c => c.node)));
}

function origin() {
  const copy = el("button", { type: "button", click: () => {
    const done = () => { copy.textContent = "Copied"; };
    if (navigator.clipboard) navigator.clipboard.writeText(data.command).then(done, () => {});
  } }, "Copy");
  return el("section", { id: "origin" }, el("h2", {}, "How to make it again"),
    el("p", { class: "about" }, "The same build, command and seed give the same metrics.csv to the byte, on any machine and any number of threads."),
    el("div", { class: "command" }, el("pre", {}, data.command), copy),
    el("dl", { class: "facts" }, ...Object.entries(data.facts).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, String(value))))),
    el("details", {}, el("summary", {}, "The whole configuration"), el("pre", { tabindex: 0 }, data.config)));
}

title();
const main = document.getElementById("main");
const parts = [];
const ids = [];
if (data.replays.length) {
  parts.push(el("section", { id: "replay" }, el("h2", {}, "Watch it"),
    el("p", { class: "about" }, "The worlds as they were. Space plays and pauses; the arrow keys go one step."), new Replay(data.replays, data.labels).node));
  ids.push(["replay", "Watch"]);
}
if (data.episodes.length) parts.push(el("p", { class: "note" },
  `Every ${data.episode} rounds make an episode: then the worlds start anew, so rounds within one differ. Bold lines are means of whole episodes, pale ones the rounds.`));
for (const s of data.sections) {
  parts.push(section(s));
  ids.push([s.id, s.brief]);
}
if (!data.rounds.length) parts.push(el("p", { class: "note" }, `No ${data.unit} has been played yet.`));
parts.push(origin());
ids.push(["origin", "Again"]);
main.append(navigation(ids), ...parts);
document.getElementById("foot").append(
  (data.bucket > 1 ? `Each point of a line is the mean of ${data.bucket} rows of the table. ` : "")
  + "All numbers are in metrics.csv and timing.csv beside this page, the plots as PNG in figures.");
