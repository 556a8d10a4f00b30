"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const findings = all(".finding");
  const filters = document.getElementById("filters");
  const visible = () => findings.filter((one) => !one.hidden);
  let chosen = null;

  const mark = (name, others) => {
    all(".chosen").forEach((one) => one.classList.remove("chosen"));
    for (const other of others) document.getElementById(other)?.classList.add("chosen");
    const figure = document.getElementById(name);
    if (!figure) return;
    figure.classList.add("chosen");
    figure.scrollIntoView({ block: "center", inline: "nearest" });
  };

  const names = (finding) => all("a[data-figure]", finding).map((link) => link.dataset.figure);

  const choose = (finding, name) => {
    chosen = finding;
    mark(name ?? finding.dataset.figure, names(finding));
    finding.classList.add("chosen");
    finding.scrollIntoView({ block: "nearest" });
  };

  document.getElementById("findings").addEventListener("click", (event) => {
    const finding = event.target.closest(".finding");
    if (!finding) return;
    const link = event.target.closest("a[data-figure]");
    if (link) event.preventDefault();
    choose(finding, link?.dataset.figure);
  });

  const follow = (figure) => {
    const ids = (figure.dataset.findings ?? "").split(" ");
    const finding = visible().find((one) => ids.includes(one.dataset.id));
    if (!finding) return;
    choose(finding, figure.id);
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "start" });
  };

  document.getElementById("documents").addEventListener("click", (event) => {
    const figure = event.target.closest("[data-findings]");
    if (figure) follow(figure);
  });

  const step = (by) => {
    const list = visible();
    if (!list.length) return;
    const at = list.indexOf(chosen);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    choose(next);
    next.focus({ preventScroll: true });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("select, input")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape" && chosen) chosen.focus();
    else if (event.key === "Enter" || event.key === " ") {
      const figure = event.target.closest("[data-findings]");
      const finding = event.target.closest(".finding");
      if (figure) follow(figure);
      else if (finding && !event.target.closest("a")) {
        choose(finding);
        document.getElementById(finding.dataset.figure)?.focus({ preventScroll: true });
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
    document.getElementById("shown").textContent =
      count === findings.length ? "" : `${count} of ${findings.length} findings shown`;
  };
  filters.addEventListener("change", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
