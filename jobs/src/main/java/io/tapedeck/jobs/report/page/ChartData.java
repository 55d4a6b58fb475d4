package io.tapedeck.jobs.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.metrics.DatedFigure;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.report.Thinning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers behind the drawn charts, as JSON that is safe inside a script element. */
final class ChartData {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Currency currency;
  private final List<Map<String, Object>> charts = new ArrayList<>();

  private ChartData(Currency currency) {
    this.currency = currency;
  }

  static ChartData of(ReportModel model) {
    ChartData data = new ChartData(model.currency());
    if (!model.details().isEmpty()) {
      data.sessions(model.details());
    }
    for (int window = 0; window < model.details().size(); window++) {
      List<PricePicture> pictures = model.details().get(window).trading().pictures();
      for (int i = 0; i < pictures.size(); i++) {
        data.price(TradesSection.chartId(window, i), pictures.get(i));
      }
    }
    return data;
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>(); // in this order, in every JVM
    json.put("currency", currency.code());
    json.put("charts", charts);
    return json(json);
  }

  /** JSON that is safe inside a script element. */
  static String json(Map<String, Object> value) {
    try {
      return inScript(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and names are always JSON", e);
    }
  }

  /** Nothing in it can end the script, open a comment or break a line: the JSON means the same. */
  static String inScript(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private void sessions(List<RunDetail> details) {
    SeriesTable equity = new SeriesTable();
    SeriesTable underwater = new SeriesTable();
    SeriesTable rolling = new SeriesTable();
    for (int window = 0; window < details.size(); window++) {
      RunDetail detail = details.get(window);
      String style = Legend.style(window);
      List<Long> seconds = seconds(detail.curve().days());
      List<Double> depths = detail.curve().underwater();
      List<Double> money = detail.curve().equity().stream().map(Long::doubleValue).toList();
      List<Integer> drawn = Thinning.places(money, depths);
      int column = equity.column(detail.window(), style);
      int depth = underwater.column(detail.window(), style);
      for (int place : drawn) {
        equity.put(seconds.get(place), column, amount(detail.curve().equity().get(place)));
        underwater.put(seconds.get(place), depth, depths.get(place));
      }
      benchmark(equity, detail, seconds, drawn);
      int sharpe = rolling.column(detail.window(), style);
      for (DatedFigure figure : detail.analysis().rollingSharpe()) {
        rolling.put(midnight(figure.date()), sharpe, finite(figure.value()));
      }
    }
    charts.add(equity.chart(EquitySection.EQUITY, "money"));
    charts.add(underwater.chart(EquitySection.UNDERWATER, "percent"));
    if (!rolling.isEmpty()) {
      charts.add(rolling.chart(RollingSection.CHART, "ratio"));
    }
  }

  private void benchmark(
      SeriesTable equity, RunDetail detail, List<Long> seconds, List<Integer> drawn) {
    if (detail.benchmark().isGiven()) {
      int column = equity.column(EquitySection.held(detail), Legend.HELD);
      for (int place : drawn) {
        equity.put(
            seconds.get(place), column, amount(Math.round(detail.benchmark().equity().get(place))));
      }
    }
  }

  private void price(String id, PricePicture picture) {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("id", id);
    chart.put("unit", "price");
    chart.put("seconds", picture.range().stream().map(span -> seconds(span.nanos())).toList());
    chart.put("low", picture.range().stream().map(PricePicture.Span::low).toList());
    chart.put("high", picture.range().stream().map(PricePicture.Span::high).toList());
    chart.put("marks", picture.fills().stream().map(ChartData::mark).toList());
    charts.add(chart);
  }

  private static List<Object> mark(PricePicture.Mark fill) {
    return List.of(
        seconds(fill.nanos()), fill.price(), fill.side() == Side.BUY ? 1 : -1, fill.size());
  }

  private BigDecimal amount(long money) {
    BigDecimal amount = currency.amount(money);
    return amount
        .setScale(Math.min(amount.scale(), 6), RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Midnight, UTC, of the day before the first session and of each session's date. */
  private static List<Long> seconds(List<DailyEquity> days) {
    List<Long> seconds = new ArrayList<>(days.size() + 1);
    seconds.add(midnight(days.get(0).date()) - SECONDS_PER_DAY);
    days.forEach(day -> seconds.add(midnight(day.date())));
    return seconds;
  }

  private static long midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static double seconds(long nanos) {
    return (double) Math.floorDiv(nanos, NANOS_PER_SECOND / 1000) / 1000;
  }
}
