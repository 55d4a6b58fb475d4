// The charts that are drawn on a canvas by uPlot: lines over sessions, and fills on the price.
(function () {
  "use strict";
  const root = document.documentElement;
  const { show, hide, say, step } = window.tapedeck;
  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const ink = name => getComputedStyle(root).getPropertyValue(name).trim();
  const decimals = (least, most) =>
    new Intl.NumberFormat("en", { minimumFractionDigits: least, maximumFractionDigits: most });
  const two = decimals(2, 2);
  const short = decimals(0, 2);
  const price = decimals(2, 8);
  const written = {
    money: value => two.format(value) + " " + data.currency,
    percent: value => two.format(value * 100) + "%",
    ratio: value => two.format(value),
    price: value => price.format(value)
  };
  const ticked = {
    money: value => short.format(value),
    percent: value => short.format(value * 100) + "%",
    ratio: value => short.format(value),
    price: value => short.format(value)
  };
  const styles = { first: ["--first", []], second: ["--second", [7, 4]], held: ["--held", [2, 3]] };
  const days = [1, 2, 5, 7, 14, 30, 61, 91, 182, 365, 730, 1825].map(d => d * 86400);
  const charts = new Map();

  const height = chart => chart.id === "equity" ? 280 : chart.unit === "price" ? 340 : 170;
  const at = seconds => new Date(seconds * 1e3).toISOString();
  const date = seconds => at(seconds).slice(0, 10);
  const time = seconds => at(seconds).slice(0, 19).replace("T", " ") + " UTC";

  function axes(unit, isLog) {
    const common = { stroke: () => ink("--quiet"), font: "12px system-ui, sans-serif",
      grid: { stroke: () => ink("--grid"), width: 1 }, ticks: { stroke: () => ink("--grid"), width: 1 } };
    const x = Object.assign({}, common, { space: 80 });
    if (unit === "price") {
      x.values = [[86400 * 28, "{MMM} {YYYY}", null, null, null, null, null, null, 1],
        [86400, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1],
        [60, "{HH}:{mm}", "\n{D} {MMM}", null, null, null, null, null, 1],
        [1, "{HH}:{mm}:{ss}", "\n{D} {MMM}", null, null, null, null, null, 1]];
    } else {
      x.incrs = days;
      x.values = [[86400 * 365, "{YYYY}", null, null, null, null, null, null, 1],
        [86400 * 28, "{MMM} {YYYY}", null, null, null, null, null, null, 1],
        [86400, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1]];
    }
    const y = Object.assign({}, common, { size: 72,
      values: (plot, splits) => splits.map(value => value == null ? null : ticked[unit](value)) });
    if (isLog) y.splits = (plot, axis, low, high) => ladder(low, high);
    return [x, y];
  }

  // five rungs from low to high, at equal ratios
  function ladder(low, high) {
    return [0, 1, 2, 3, 4].map(i => low * Math.pow(high / low, i / 4));
  }

  function options(chart, place, more) {
    return Object.assign({
      width: place.clientWidth,
      height: height(chart),
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1e3), "UTC"),
      legend: { show: false },
      padding: [10, 28, 0, 0]
    }, more);
  }

  function words(chart, index) {
    const values = chart.series
      .filter(series => series.values[index] != null)
      .map(series => (chart.series.length > 1 ? series.label + " " : "") + written[chart.unit](series.values[index]));
    return date(chart.seconds[index]) + ": " + (values.join(", ") || "no value");
  }

  function lines(chart, place, isLog) {
    const isDepth = chart.id === "underwater";
    return new uPlot(options(chart, place, {
      cursor: { sync: { key: "sessions" }, drag: { x: true, y: false }, points: { size: 8 } },
      scales: { x: { time: true }, y: isLog ? { distr: 3, range: (plot, low, high) => [low * 0.98, high * 1.02] } : {} },
      series: [{}, ...chart.series.map(series => ({
        label: series.label,
        stroke: () => ink(styles[series.style][0]),
        fill: isDepth ? () => ink(styles[series.style][0]) + "2e" : undefined,
        width: series.style === "held" ? 1.5 : 2,
        dash: styles[series.style][1],
        spanGaps: true,
        points: { show: chart.seconds.length < 60, size: 5 }
      }))],
      axes: axes(chart.unit, isLog),
      hooks: { setCursor: [plot => pointed(plot, chart)] }
    }), [chart.seconds, ...chart.series.map(series => series.values)], place);
  }

  // the pointer is over this chart, and not over one that moves with it
  function pointed(plot, chart) {
    if (!plot.over.matches(":hover") || plot.cursor.idx == null) return;
    const box = plot.over.getBoundingClientRect();
    show(words(chart, plot.cursor.idx), box.left + plot.cursor.left, box.top + plot.cursor.top);
  }

  // ---- fills on the price
  function markWords(mark) {
    return time(mark[0]) + ": " + (mark[2] > 0 ? "bought " : "sold ") + mark[3] + " at " + written.price(mark[1]);
  }

  function triangle(plot, mark, isLit) {
    const x = plot.valToPos(mark[0], "x", true), y = plot.valToPos(mark[1], "y", true);
    const size = (isLit ? 9 : 6) * devicePixelRatio, way = mark[2];
    const ctx = plot.ctx, tip = y + way * 3 * devicePixelRatio; // beside the price, not over it
    ctx.beginPath();
    ctx.moveTo(x, tip);
    ctx.lineTo(x - size * 0.8, tip + way * size * 1.5);
    ctx.lineTo(x + size * 0.8, tip + way * size * 1.5);
    ctx.closePath();
    ctx.fillStyle = ink(way > 0 ? "--first" : "--second");
    ctx.fill();
    ctx.lineWidth = (isLit ? 2 : 0.5) * devicePixelRatio;
    ctx.strokeStyle = ink(isLit ? "--ink" : "--paper");
    ctx.stroke();
  }

  function prices(chart, place) {
    const band = () => ink("--band");
    const line = { stroke: () => ink("--price"), width: 1, points: { show: false } };
    return new uPlot(options(chart, place, {
      cursor: { drag: { x: true, y: false }, points: { show: false } },
      scales: { x: { time: true }, y: { range: (plot, low, high) => padded(chart, low, high) } },
      series: [{}, line, Object.assign({}, line)],
      bands: [{ series: [2, 1], fill: band }],
      axes: axes("price", false),
      hooks: {
        draw: [plot => {
          plot.ctx.save();
          plot.ctx.beginPath();
          plot.ctx.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
          plot.ctx.clip();
          chart.marks.forEach((mark, i) => { if (i !== chart.lit) triangle(plot, mark, false); });
          if (chart.lit >= 0) triangle(plot, chart.marks[chart.lit], true);
          plot.ctx.restore();
        }],
        setCursor: [plot => pointedAtPrice(plot, chart)]
      }
    }), [chart.seconds, chart.low, chart.high], place);
  }

  function padded(chart, low, high) {
    const room = (high - low || Math.abs(high) || 1) * 0.08;
    return [low - room, high + room];
  }

  // the fill near the pointer, else the prices of the span under it
  function pointedAtPrice(plot, chart) {
    if (!plot.over.matches(":hover") || plot.cursor.idx == null) return;
    const box = plot.over.getBoundingClientRect();
    const { left, top, idx } = plot.cursor;
    let nearest = null, least = 14 * 14;
    chart.marks.forEach(mark => {
      const dx = plot.valToPos(mark[0], "x") - left, dy = plot.valToPos(mark[1], "y") + mark[2] * 8 - top;
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = mark;
      }
    });
    const text = nearest ? markWords(nearest)
      : time(chart.seconds[idx]) + ": " + written.price(chart.low[idx]) + " to " + written.price(chart.high[idx]);
    show(text, box.left + left, box.top + top);
  }

  // ---- keys
  function point(entry, next) {
    const { chart, plot } = entry;
    const box = plot.over.getBoundingClientRect();
    entry.at = next;
    if (chart.marks) {
      const mark = chart.marks[next];
      chart.lit = next;
      plot.redraw(false);
      show(markWords(mark), box.left + plot.valToPos(mark[0], "x"), box.top + plot.valToPos(mark[1], "y"));
      say(markWords(mark));
    } else {
      const series = chart.series.find(each => each.values[next] != null);
      const left = plot.valToPos(chart.seconds[next], "x");
      const top = series ? plot.valToPos(series.values[next], "y") : 0;
      plot.setCursor({ left, top });
      show(words(chart, next), box.left + left, box.top + top);
      say(words(chart, next));
    }
  }

  function leave(entry) {
    hide();
    entry.at = -1;
    if (entry.chart.marks) {
      entry.chart.lit = -1;
      entry.plot.redraw(false);
    } else {
      entry.plot.setCursor({ left: -10, top: -10 });
    }
  }

  function draw(chart) {
    const place = document.getElementById(chart.id);
    if (!place) return;
    chart.lit = -1;
    const entry = { chart, place, at: -1,
      plot: chart.marks ? prices(chart, place) : lines(chart, place, false) };
    charts.set(chart.id, entry);
    const count = chart.marks ? chart.marks.length : chart.seconds.length;
    place.addEventListener("keydown", event => {
      const next = step(event.key, entry.at, count);
      if (next === undefined || count === 0) return;
      event.preventDefault();
      point(entry, next);
    });
    place.addEventListener("blur", () => leave(entry));
    place.addEventListener("pointerleave", hide);
  }

  data.charts.forEach(draw);

  // ---- the logarithmic scale
  document.querySelectorAll("[data-log]").forEach(button => {
    const entry = charts.get(button.dataset.log);
    const positive = entry && entry.chart.series.every(series => series.values.every(value => value == null || value > 0));
    button.hidden = !positive;
    button.addEventListener("click", () => {
      const isLog = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(isLog));
      entry.plot.destroy();
      entry.plot = lines(entry.chart, entry.place, isLog);
      entry.place.dataset.scale = isLog ? "log" : "linear";
    });
  });

  // ---- the window, the theme, the paper
  function fit(width) {
    charts.forEach(entry =>
      entry.plot.setSize({ width: width || entry.place.clientWidth, height: height(entry.chart) }));
  }
  const redraw = () => charts.forEach(entry => entry.plot.redraw(false, true));
  addEventListener("resize", () => fit());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  addEventListener("beforeprint", () => { fit(660); redraw(); });
  addEventListener("afterprint", () => { fit(); redraw(); });
})();
