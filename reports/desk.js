"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const LARGEST = 64 * 2 ** 20;
  const SOON = 120, LATER = 15000;
  const MOST = 100; /* findings that a card lists; the report has them all */
  const sending = new Map();
  let shown = null, drawn = "", timer = null, waiving = null;

  const make = (tag, kind, ...inside) => {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside.filter((one) => one !== null && one !== ""));
    return made;
  };
  const button = (text, act, kind) => {
    const made = make("button", kind ?? "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const say = (text) => { by("said").textContent = text; };
  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  /* Files go one at a time, each as it is. */
  const send = (file, over) => new Promise((done) => {
    if (file.size > LARGEST) { say(`${file.name}: a file may have 64 MB`); done(); return; }
    const request = new XMLHttpRequest();
    const key = `${file.name} ${file.size} ${sending.size}`;
    const end = (text) => { sending.delete(key); if (text) say(`${file.name}: ${text}`); done(); ask(); };
    request.open("PUT", `files?name=${encodeURIComponent(file.name)}&over=${encodeURIComponent(over ?? "")}`);
    request.upload.addEventListener("progress", (event) => {
      sending.set(key, { name: file.name, part: event.loaded / (event.total || 1) });
      draw();
    });
    request.addEventListener("load", () => end(request.status === 202 ? "" : request.responseText));
    request.addEventListener("error", () => end("the desk does not answer: is `auditor serve` still running?"));
    sending.set(key, { name: file.name, part: 0 });
    draw();
    request.send(file);
  });
  const sendAll = async (files, over) => {
    say("");
    /* Waivers after the documents that they are about. */
    const last = (file) => file.name.endsWith(".waivers.toml");
    const all = [...files].sort((one, other) => last(one) - last(other));
    for (const file of all) await send(file, all.length === 1 ? over : "");
  };

  const call = async (method, path, body) => {
    try {
      const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
      if (!answer.ok) say(await answer.text());
    } catch { say("the desk does not answer: is `auditor serve` still running?"); }
    ask();
  };

  /* What there is, asked for often while something is being done. */
  let known = [];
  const ask = async () => {
    clearTimeout(timer);
    let busy = false;
    try {
      const answer = await fetch("state");
      if (answer.status === 404) { location.href = "../"; return; }
      known = (await answer.json()).documents;
      busy = known.some((one) => one.state === "waiting" || one.state === "auditing"
        || (one.state === "done" && !one.copied));
      draw();
    } catch { say("the desk does not answer: is `auditor serve` still running?"); }
    timer = setTimeout(ask, busy ? SOON : LATER);
  };

  const open = (one, finding) => {
    const address = `documents/${one.id}/report?draft=${one.shown}&at=${one.version}`;
    const frame = by("report").querySelector("iframe");
    const to = finding ? `#finding-${finding}` : "";
    if (frame && frame.dataset.address === address) {
      if (to) frame.src = address + to;
    } else {
      const made = make("iframe");
      made.title = `Report on ${one.name}`;
      made.setAttribute("sandbox", "allow-scripts");
      made.dataset.address = address;
      made.src = address + to;
      by("report").replaceChildren(made);
    }
    shown = one.id;
    drawn = "";
    draw();
  };

  /* On a narrow page the report is below, out of sight: who asks for it is led there. */
  const show = (one, told) => {
    open(one, told);
    const report = by("report");
    if (report.getBoundingClientRect().top > by("desk").getBoundingClientRect().top) report.scrollIntoView();
  };

  const finding = (one, told) => {
    const item = make("li", told.accepted ? "accepted" : told.severity);
    const head = make("p", "", make("strong", told.severity, told.accepted ? "accepted" : told.severity),
      " ", make("span", "where", told.place));
    item.append(head, make("p", "", told.message));
    if (told.accepted) item.append(make("p", "where", `Accepted: ${told.accepted}`));
    const act = told.accepted
      ? button("Withdraw", () => call("POST", `documents/${one.id}/waivers`, { finding: told.id, reason: "" }))
      : button("Accept…", () => begin(one, told));
    const last = one.shown === one.draft; /* only the last draft's findings can be accepted */
    item.append(make("p", "actions", button("Show", () => show(one, told.id)), last ? act : ""));
    return item;
  };

  const begin = (one, told) => {
    waiving = { id: one.id, finding: told.id };
    by("waive-message").textContent = told.message;
    for (const name of ["reason", "owner", "expires"]) by(`waive-${name}`).value = "";
    by("waive").showModal();
    by("waive-reason").focus();
  };
  by("waive-cancel").addEventListener("click", () => by("waive").close());
  by("waive-form").addEventListener("submit", () => {
    const value = (name) => by(`waive-${name}`).value;
    call("POST", `documents/${waiving.id}/waivers`, {
      finding: waiving.finding, reason: value("reason"), owner: value("owner"), expires: value("expires"),
    });
  });

  const changes = (changed) => {
    const { fixed, fresh, figures } = { ...changed, fresh: changed.new };
    const nothing = !fixed.length && !fresh.length && !figures.length;
    const words = nothing ? "Nothing changed." : `${fixed.length} fixed, ${fresh.length} new, ${changed.still} still there; `
      + `${counted(figures.length + changed.more, "figure")} changed.`;
    const list = make("ul", "changes");
    for (const one of fixed) list.append(make("li", "", make("strong", "good", "fixed "), one.message));
    for (const one of fresh) list.append(make("li", "", make("strong", one.severity, "new "), one.message));
    for (const one of figures) {
      list.append(make("li", "", `${one.label || one.place}: `, make("span", "was", one.before || "(new)"), " → ",
        make("strong", "", one.after || "(gone)")));
    }
    if (changed.more) list.append(make("li", "where", `and ${changed.more} more`));
    return [make("h3", "", "What changed since the draft before"), make("p", "counts", words), list];
  };

  const link = (one, what, text, keep) => {
    const made = make("a", "", text);
    made.href = `documents/${one.id}/${what}`;
    if (keep) made.download = "";
    else { made.target = "_blank"; made.rel = "noopener"; }
    return made;
  };

  const card = (one) => {
    const answer = one.answer;
    const item = make("li", one.id === shown ? "shown" : "");
    item.dataset.id = one.id;
    item.append(make("h2", "", one.name, one.draft > 1 ? make("span", "where", ` draft ${one.draft}`) : ""));
    if (one.state === "waiting" || one.state === "auditing") {
      const bar = make("progress");
      bar.setAttribute("aria-label", `Auditing ${one.name}`);
      item.append(bar, make("p", "where", one.state === "waiting" ? "waits for its turn" : `is being audited, ${Math.floor(one.seconds)} s`));
    }
    if (one.state === "failed") {
      const before = answer ? ` Below is what was found in draft ${one.shown}.` : "";
      item.append(make("p", "error", `Not audited: ${one.reason}.${before}`));
    }
    if (answer) {
      const open_ = answer.findings.filter((told) => !told.accepted);
      const count = (severity) => open_.filter((told) => told.severity === severity).length;
      item.append(make("p", "counts",
        make("strong", count("error") ? "error" : "good", counted(count("error"), "error")), ", ",
        make("strong", count("warning") ? "warning" : "", counted(count("warning"), "warning")),
        `; ${answer.tied} of ${counted(answer.printed, "figure")} tied`));
      for (const reason of answer.unread) item.append(make("p", "error", `Not read: ${reason}`));
      if (!answer.checks && !answer.unread.length) item.append(make("p", "warning", "Nothing was checked: this is no sign that all is well."));
      item.append(make("p", "actions", button("Report", () => show(one), "main"),
        button("Remove", () => { if (shown === one.id) by("report").replaceChildren(); call("DELETE", `documents/${one.id}`); })));
      const links = make("p", "links",
        answer.copy ? link(one, "copy", "Annotated copy", true) : one.copied ? "" : make("span", "where", "Annotated copy…"),
        link(one, "html", "HTML", true), link(one, "xlsx", "Excel list", true), link(one, "json", "JSON", true),
        one.waivers ? link(one, "waivers.toml", "Waivers", true) : "", link(one, "report", "Own window"));
      item.append(links);
      if (answer.no_copy) item.append(make("p", "where", `No annotated copy: ${answer.no_copy}`));
      if (answer.changed) item.append(...changes(answer.changed));
      if (answer.findings.length) {
        const list = make("ul", "findings");
        list.append(...answer.findings.slice(0, MOST).map((told) => finding(one, told)));
        const more = answer.findings.length - MOST;
        if (more > 0) list.append(make("li", "where", `and ${more} more, in the report`));
        item.append(make("h3", "", "Findings"), list);
      }
    } else if (one.state === "failed") item.append(make("p", "actions", button("Remove", () => call("DELETE", `documents/${one.id}`))));
    return item;
  };

  const draw = () => {
    const state = JSON.stringify([known.map((one) => ({ ...one, seconds: Math.floor(one.seconds) })), [...sending.values()], shown]);
    if (state === drawn) return;
    const before = drawn;
    drawn = state;
    const uploads = [...sending.values()].map((one) => {
      const bar = make("progress");
      bar.value = one.part;
      bar.setAttribute("aria-label", `Sending ${one.name}`);
      return make("li", "", make("h2", "", one.name), bar, make("p", "where", "is being taken"));
    });
    const focus = document.activeElement?.closest("#documents > li")?.dataset.id;
    const word = document.activeElement?.textContent;
    by("documents").replaceChildren(...uploads, ...known.map(card));
    if (focus) {
      const again = [...document.querySelectorAll("#documents > li")].find((item) => item.dataset.id === focus);
      [...(again?.querySelectorAll("button, a") ?? [])].find((one) => one.textContent === word)?.focus();
    }
    for (const one of known) {
      if (one.state !== "done" || !one.answer) continue;
      const frame = by("report").querySelector("iframe");
      const stale = shown === one.id && frame?.dataset.address !== `documents/${one.id}/report?draft=${one.shown}&at=${one.version}`;
      const first = !frame && before !== "";
      if ((stale || first) && (one.answer.printed || one.answer.findings.length)) { open(one); return; }
    }
  };

  /* Dropping: anywhere, or on a document for its next draft. */
  const target = (event) => event.target.closest?.("#documents > li[data-id]") ?? by("drop");
  const clear = () => document.querySelectorAll(".over").forEach((one) => one.classList.remove("over"));
  addEventListener("dragover", (event) => { event.preventDefault(); clear(); target(event).classList.add("over"); });
  addEventListener("dragleave", clear);
  addEventListener("drop", (event) => {
    event.preventDefault();
    clear();
    sendAll(event.dataTransfer.files, target(event).dataset.id);
  });
  by("files").addEventListener("change", (event) => { const chosen = [...event.target.files]; event.target.value = ""; sendAll(chosen); });
  by("drop").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("pagehide", () => { fetch("leave", { method: "POST", keepalive: true }); });
  addEventListener("pageshow", ask);
})();
