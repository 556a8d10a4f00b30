"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const by = (id) => document.getElementById(id);
  const findings = all(".finding");
  const filters = by("filters");
  const panel = by("figure");
  const figures = all("#documents .f[id]");
  const place = new Map(figures.map((one, at) => [one, at]));
  const audits = new Map();
  /* A figure that is boxed on the picture of its page stands in the page's text once more. */
  const texts = new Map();
  for (const one of all("#documents .f[data-of]")) {
    const known = texts.get(one.dataset.of);
    if (known) known.push(one); else texts.set(one.dataset.of, [one]);
  }
  const visible = () => findings.filter((one) => !one.hidden);
  let chosen = null;

  /* Figures can be reached by keys: one of them by Tab, the others from it by arrows. */
  for (const one of figures) { one.tabIndex = -1; one.setAttribute("role", "button"); }
  let reached = figures.find((one) => one.dataset.findings) ?? figures[0];
  if (reached) reached.tabIndex = 0;

  const reach = (figure) => {
    if (reached) reached.tabIndex = -1;
    reached = figure;
    figure.tabIndex = 0;
    figure.focus({ preventScroll: true });
    figure.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const mark = (name, others) => {
    all(".chosen").forEach((one) => one.classList.remove("chosen"));
    for (const other of [...others, name]) {
      by(other)?.classList.add("chosen");
      for (const again of texts.get(other) ?? []) again.classList.add("chosen");
    }
    const figure = name && by(name);
    if (!figure) return;
    const folded = figure.closest("details");
    if (folded) folded.open = true;
    figure.scrollIntoView({ block: "center", inline: "nearest" });
  };

  const names = (finding) => all("a[data-figure]", finding).map((link) => link.dataset.figure);

  const choose = (finding, name) => {
    chosen = finding;
    mark(name ?? finding.dataset.figure, names(finding));
    finding.classList.add("chosen");
    finding.scrollIntoView({ block: "nearest" });
  };

  /* The panel: what is known of one figure, each place in it a way there. */
  const audit = (number) => {
    if (!audits.has(number)) {
      const data = by(`audit-${number}`);
      audits.set(number, data ? JSON.parse(data.textContent) : null);
    }
    return audits.get(number);
  };

  const make = (tag, kind, ...inside) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  };

  const link = (number, other, data) => {
    if (typeof other === "string") return make("span", "plain", other);
    const name = `f${number}-${other}`;
    const known = data.figures[other];
    const shown = by(name);
    if (!shown || !known) return make("span", "plain", shown?.textContent ?? "?");
    const way = make("a", "", shown.textContent);
    way.href = `#${name}`;
    way.dataset.figure = name;
    const label = data.words[known[2]];
    return make("span", "", way, ` ${label}${label ? " " : ""}`, make("span", "where", known[1]));
  };

  const WORDS = { holds: "holds", violated: "fails", not_checkable: "could not be checked" };

  const checkItem = (number, own, at, data) => {
    const [status, said, kind, rule, shown, why] = data.checks[at];
    const word = data.words[status];
    const head = make("p", "", make("strong", word, WORDS[word]), ` ${data.words[kind]} `,
      make("span", "id", data.words[rule]));
    const others = [...new Set(shown)].filter((other) => other !== own);
    const item = make("li", word, head, make("p", "working", make("code", "", said)));
    if (data.words[why]) item.append(make("p", "why", data.words[why]));
    item.append(make("ul", "", ...others.map((other) => make("li", "", link(number, other, data)))));
    return item;
  };

  const slackWords = (units) => {
    if (units === null || units === undefined) return "";
    if (!units) return "Proved to the last digit: with any other a check would fail.";
    return `Could be off by up to ${units} in its last digit without a check failing.`;
  };

  const list = (title, items) => (items.length ? [make("h3", "", title), make("ul", "checks", ...items)] : []);

  const tell = (figure) => {
    const [, number, own] = /^f(\d+)-(\d+)$/.exec(figure.id) ?? [];
    const data = number && audit(number);
    const known = data && data.figures[own];
    if (!known) { panel.hidden = true; return; }
    const [outcome, where, label, ties, others, reason, slack] = known;
    const item = (at) => checkItem(number, Number(own), at, data);
    const close = make("button", "close", "Close");
    close.type = "button";
    close.addEventListener("click", () => { back(); });
    const head = make("h2", "", make("span", "value", figure.textContent), ` ${data.words[label]}`);
    panel.replaceChildren(close, head, make("p", "", make("strong", "outcome", data.words[outcome]),
      " ", make("span", "where", where)));
    for (const said of [data.words[reason], slackWords(slack)]) {
      if (said) panel.append(make("p", "why", said));
    }
    panel.append(...list("Tied by", ties.map(item)), ...list("Also stands in", others.map(item)));
    panel.hidden = false;
    panel.scrollTop = 0;
  };

  const show = (figure) => {
    tell(figure);
    const ids = (figure.dataset.findings ?? "").split(" ");
    const finding = visible().find((one) => ids.includes(one.dataset.id));
    if (finding) choose(finding, figure.id);
    else { chosen = null; mark(figure.id, []); }
    if (reached) reached.tabIndex = -1;
    reached = figure;
    figure.tabIndex = 0;
    return finding;
  };

  const follow = (figure) => {
    const finding = show(figure);
    if (finding) {
      finding.focus({ preventScroll: true });
      finding.scrollIntoView({ block: "start" });
    } else figure.focus({ preventScroll: true });
  };

  const back = () => {
    const open = !panel.hidden;
    panel.hidden = true;
    if (chosen) chosen.focus();
    else if (open && reached) reached.focus({ preventScroll: true });
  };

  by("side").addEventListener("click", (event) => {
    const way = event.target.closest("a[data-figure]");
    const finding = event.target.closest(".finding");
    if (way) event.preventDefault();
    if (finding) choose(finding, way?.dataset.figure);
    const figure = way && by(way.dataset.figure);
    if (figure && finding) tell(figure);
    else if (figure) { show(figure); figure.focus({ preventScroll: true }); }
  });

  by("documents").addEventListener("click", (event) => {
    const figure = event.target.closest(".f");
    const boxed = figure && (figure.id ? figure : by(figure.dataset.of));
    if (boxed) follow(boxed);
  });

  const step = (by_) => {
    const listed = visible();
    if (!listed.length) return;
    const at = listed.indexOf(chosen);
    const next = listed[at < 0 ? (by_ > 0 ? 0 : listed.length - 1) : (at + by_ + listed.length) % listed.length];
    choose(next);
    next.focus({ preventScroll: true });
  };

  /* On a page the nearest figure that stands below or above one, more or less in its column. */
  const beyond = (figure, down) => {
    const own = figure.getBoundingClientRect();
    const middle = (own.left + own.right) / 2;
    let best = null, least = Infinity;
    for (const other of all(".box", figure.parentElement)) {
      const there = other.getBoundingClientRect();
      const gap = down ? there.top - own.bottom : own.top - there.bottom;
      const aside = Math.max(0, there.left - middle, middle - there.right);
      if (gap > -own.height / 2 && gap + 3 * aside < least && other !== figure) { best = other; least = gap + 3 * aside; }
    }
    return best;
  };

  /* The figure beside one, or in a table the one above or below it. */
  const neighbour = (figure, key) => {
    const at = place.get(figure);
    if (key === "ArrowRight") return figures[at + 1];
    if (key === "ArrowLeft") return figures[at - 1];
    const down = key === "ArrowDown";
    if (figure.classList.contains("box")) return beyond(figure, down) ?? figures[at + (down ? 1 : -1)];
    const cell = figure.closest("td");
    let row = cell?.parentElement;
    while (row) {
      row = down ? row.nextElementSibling : row.previousElementSibling;
      const found = row?.children[cell.cellIndex]?.querySelector(".f");
      if (found) return found;
    }
    return figures[at + (down ? 1 : -1)];
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("select, input, textarea")) return;
    const figure = event.target.closest("#documents .f");
    const finding = event.target.closest(".finding");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape" && (chosen || !panel.hidden)) back();
    else if (event.key.startsWith("Arrow") && figure) {
      const next = neighbour(figure, event.key);
      if (next) reach(next);
    } else if (event.key === "Enter" || event.key === " ") {
      if (figure) follow(figure);
      else if (finding && event.target === finding) {
        choose(finding);
        const name = finding.dataset.figure;
        if (name) by(name)?.focus({ preventScroll: true });
      } else return;
    } else return;
    event.preventDefault();
  });

  const filter = () => {
    const wanted = new FormData(filters);
    const severities = wanted.getAll("severity");
    for (const one of findings) {
      one.hidden = !severities.includes(one.dataset.severity)
        || (wanted.get("kind") && wanted.get("kind") !== one.dataset.kind)
        || (wanted.get("section") && wanted.get("section") !== one.dataset.section);
    }
    const count = visible().length;
    by("shown").textContent =
      count === findings.length ? "" : `${count} of ${findings.length} findings shown`;
  };
  filters.addEventListener("change", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filter();

  const open = () => {
    const wanted = by(decodeURIComponent(location.hash.slice(1)));
    if (wanted?.classList.contains("finding")) choose(wanted);
    else if (wanted?.classList.contains("f")) show(wanted);
  };
  addEventListener("hashchange", open);
  open();
})();
