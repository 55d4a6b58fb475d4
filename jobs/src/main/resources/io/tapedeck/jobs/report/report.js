(function () {
  "use strict";
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const colours = ["--first", "--second"];
  const ink = name => getComputedStyle(root).getPropertyValue(name).trim();
  const amount = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
  const percent = value => amount.format(value * 100) + "%";
  const charts = [];

  function columns(field) {
    const all = new Set();
    data.windows.forEach(window => window.seconds.forEach(second => all.add(second)));
    const seconds = [...all].sort((a, b) => a - b);
    const series = data.windows.map(window => {
      const at = new Map(window.seconds.map((second, i) => [second, window[field][i]]));
      return seconds.map(second => at.has(second) ? at.get(second) : null);
    });
    return [seconds, ...series];
  }

  function axis(more) {
    return Object.assign({
      stroke: () => ink("--quiet"),
      grid: { stroke: () => ink("--grid"), width: 1 },
      ticks: { stroke: () => ink("--grid"), width: 1 },
      font: "12px system-ui, sans-serif"
    }, more);
  }

  function draw(id, field, height, label, tick, fill) {
    const place = document.getElementById(id);
    if (!place || data.windows.length === 0) return;
    const series = data.windows.map((window, i) => ({
      label: window.name,
      stroke: () => ink(colours[i % 2]),
      fill: fill ? () => ink(colours[i % 2]) + "33" : undefined,
      width: 2,
      dash: i % 2 ? [6, 4] : undefined,
      points: { show: window.seconds.length < 90, size: 6 },
      value: (chart, value) => value == null ? "–" : label(value)
    }));
    const chart = new uPlot({
      width: place.clientWidth,
      height: height,
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1e3), "UTC"),
      cursor: { sync: { key: "tape" }, drag: { x: true, y: false } },
      scales: { x: { time: true } },
      series: [{ label: "Session", value: "{YYYY}-{MM}-{DD}" }, ...series],
      axes: [
        axis({ space: 70, incrs: [1, 2, 5, 7, 14, 30, 61, 91, 182, 365, 730, 1825].map(d => d * 86400),
          values: [[86400 * 365, "{YYYY}", null, null, null, null, null, null, 1],
            [86400 * 28, "{MMM} {YYYY}", null, null, null, null, null, null, 1],
            [86400, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1]] }),
        axis({ size: 78, values: (chart, splits) => splits.map(tick) })
      ]
    }, columns(field), place);
    charts.push([chart, place, height]);
  }

  function fit(width) {
    charts.forEach(([chart, place, height]) =>
      chart.setSize({ width: width || place.clientWidth, height: height }));
  }

  function redraw() {
    charts.forEach(([chart]) => chart.redraw(false, true));
  }

  function key(cell) {
    const text = cell.textContent.trim();
    const number = parseFloat(text.replace(/,/g, ""));
    if (text === "∞") return Infinity;
    return Number.isNaN(number) ? (text === "–" ? null : text) : number;
  }

  function compare(a, b) {
    if (a === null || b === null) return 0;
    return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
  }

  function sort(table, column, heading) {
    const body = table.tBodies[0];
    const descending = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(th => th.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const rows = [...body.rows].map(row => [key(row.cells[column]), row]);
    rows.sort((a, b) => (a[0] === null) - (b[0] === null) || (descending ? -1 : 1) * compare(a[0], b[0]));
    rows.forEach(row => body.append(row[1]));
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

  draw("equity", "equity", 260, value => amount.format(value) + " " + data.currency, short.format, false);
  draw("underwater", "underwater", 160, percent, value => short.format(value * 100) + "%", true);
  addEventListener("resize", () => fit());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  addEventListener("beforeprint", () => { root.classList.add("paper"); fit(660); redraw(); });
  addEventListener("afterprint", () => { root.classList.remove("paper"); fit(); redraw(); });
})();
