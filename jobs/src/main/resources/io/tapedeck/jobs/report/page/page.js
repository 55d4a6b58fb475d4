// What every page does: tables that sort, tooltips, cells and bars that the arrow keys walk through.
(function () {
  "use strict";
  const root = document.documentElement;
  const live = document.getElementById("live");
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);

  function show(text, x, y) {
    tip.textContent = text;
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const left = Math.min(Math.max(4, x - box.width / 2), root.clientWidth - box.width - 4);
    const above = y - box.height - 10;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (above < 4 ? y + 18 : above) + scrollY + "px";
  }

  function hide() {
    tip.hidden = true;
  }

  function say(text) {
    if (live) live.textContent = text;
  }

  function over(element) {
    const box = element.getBoundingClientRect();
    show(element.dataset.tip, box.left + box.width / 2, box.top);
  }

  // where a key leads in a row of so many; undefined for any other key
  function step(key, from, count) {
    const to = { ArrowRight: from + 1, ArrowDown: from + 1, ArrowLeft: from - 1, ArrowUp: from - 1,
      Home: 0, End: count - 1 }[key];
    return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
  }

  // ---- pointer
  document.addEventListener("pointermove", event => {
    const at = event.target.closest && event.target.closest("[data-tip]");
    if (at) show(at.dataset.tip, event.clientX, event.clientY);
    else if (!event.target.closest || !event.target.closest(".drawn")) hide();
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

  // ---- bars and slices: the chart has the focus, the keys light one bar after the other
  document.querySelectorAll(".chart:not(.drawn)").forEach(chart => {
    const hits = [...chart.querySelectorAll("[data-tip]")];
    let at = -1;
    function light(next) {
      if (at >= 0) hits[at].classList.remove("lit");
      at = next;
      if (at < 0) return hide();
      hits[at].classList.add("lit");
      over(hits[at]);
      say(hits[at].dataset.tip);
    }
    chart.addEventListener("keydown", event => {
      const next = step(event.key, at, hits.length);
      if (next === undefined) return;
      event.preventDefault();
      light(next);
    });
    chart.addEventListener("blur", () => light(-1));
  });

  // ---- grids: a cell has the focus
  document.querySelectorAll("table[role=grid]").forEach(table => {
    const rows = [...table.tBodies[0].rows].map(row => [...row.cells].slice(1));
    table.addEventListener("keydown", event => {
      const column = rows.reduce((found, row) => Math.max(found, row.indexOf(event.target)), -1);
      const row = rows.findIndex(cells => cells.includes(event.target));
      if (row < 0) return;
      const to = { ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1],
        ArrowDown: [row + 1, column], ArrowUp: [row - 1, column],
        Home: [row, 0], End: [row, rows[row].length - 1] }[event.key];
      if (!to) return;
      event.preventDefault();
      const cell = rows[to[0]] && rows[to[0]][to[1]];
      if (!cell || !cell.dataset.tip) return;
      event.target.tabIndex = -1;
      cell.tabIndex = 0;
      cell.focus();
    });
    table.addEventListener("focusin", event => { if (event.target.dataset.tip) over(event.target); });
    table.addEventListener("focusout", hide);
  });

  // ---- tables that sort
  function key(cell) {
    const text = cell.textContent.trim();
    if (text === "∞") return Infinity;
    if (text === "–" || text === "") return null;
    const number = text.replace(/,/g, "").match(/^(?:best of |one of )?(-?\d+(?:\.\d+)?)(?:%| sets?)?$/);
    return number ? parseFloat(number[1]) : text;
  }

  function compare(a, b) {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a).localeCompare(String(b), "en", { numeric: true });
  }

  function sort(table, column, heading) {
    const isDescending = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(th => th.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].map(row => [key(row.cells[column]), row]);
    rows.sort((a, b) => (a[0] === null) - (b[0] === null)
      || (a[0] === null ? 0 : (isDescending ? -1 : 1) * compare(a[0], b[0])));
    rows.forEach(row => table.tBodies[0].append(row[1]));
    say("Sorted by " + heading.textContent.trim() + ", " + heading.getAttribute("aria-sort"));
  }

  document.querySelectorAll("table.sortable").forEach(table => {
    const headings = table.tHead.rows[table.tHead.rows.length - 1].cells;
    [...headings].forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.addEventListener("click", () => sort(table, column, heading));
      heading.replaceChildren(button);
    });
  });

  // ---- the list of sections marks where one is; a link to something folded unfolds it
  const links = new Map([...document.querySelectorAll(".contents a")]
    .map(link => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver(entries => entries.forEach(entry => {
    if (!entry.isIntersecting) return;
    links.forEach(link => link.removeAttribute("aria-current"));
    const link = links.get(entry.target.id);
    if (link) link.setAttribute("aria-current", "true");
  }), { rootMargin: "0px 0px -70% 0px" });
  links.forEach((link, id) => {
    const heading = document.getElementById(id);
    if (heading) seen.observe(heading);
  });

  function unfold() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest("details");
    if (details) details.open = true;
  }
  addEventListener("hashchange", unfold);
  unfold();

  // ---- on paper all that is needed to believe it is unfolded
  const folded = [...document.querySelectorAll("details.paper:not([open])")];
  addEventListener("beforeprint", () => {
    root.classList.add("paper");
    folded.forEach(details => { details.open = true; });
  });
  addEventListener("afterprint", () => {
    root.classList.remove("paper");
    folded.forEach(details => { details.open = false; });
  });

  window.tapedeck = { show, hide, say, step };
})();
