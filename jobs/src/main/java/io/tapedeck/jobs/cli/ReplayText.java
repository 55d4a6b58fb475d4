package io.tapedeck.jobs.cli;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.replay.RunCounts;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.replay.MetricNumbers;
import io.tapedeck.jobs.replay.ReplayedRun;
import io.tapedeck.jobs.result.RiskLine;
import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows replayed runs to people. */
final class ReplayText {
  private static final int COLUMNS = 3;
  private static final int MOST_DEEDS = 10;
  private static final double NANOS_PER_HOUR = 3.6e12;
  private static final Set<String> SHARES =
      Set.of(
          Columns.TOTAL_RETURN,
          "cagr",
          "volatility",
          Columns.MAX_DRAWDOWN,
          Columns.HIT_RATE,
          "exposure",
          Columns.BEST_DAY,
          Columns.WORST_DAY,
          "alpha",
          Columns.VALUE_AT_RISK_95,
          Columns.EXPECTED_SHORTFALL_95);

  private ReplayText() {}

  static void print(Console console, ReplayedRun run) {
    if (run.outcome() instanceof RunOutcome.Completed completed) {
      completed(console, run, completed.result());
    } else if (run.outcome() instanceof RunOutcome.Failed failed) {
      paragraph(console, run.account() + "  FAILED  " + failed.reason() + ": " + failed.detail());
    }
    run.warnings()
        .forEach(each -> Wrapped.beside("  warning: ", text(each)).forEach(console::print));
    run.notes().forEach(each -> Wrapped.beside("  note: ", each).forEach(console::print));
    console.print("");
  }

  private static void paragraph(Console console, String text) {
    Wrapped.text(text, Console.WIDTH).forEach(console::print);
  }

  private static void completed(Console console, ReplayedRun run, RunResult result) {
    paragraph(
        console,
        String.format(
            Locale.ROOT,
            "%s  %s to %s, %d sessions, %,d events, money in %s",
            run.account(),
            run.sessions().get(0).date(),
            run.sessions().get(run.sessions().size() - 1).date(),
            run.sessions().size(),
            result.counts().events(),
            run.currency().code()));
    metrics(MetricNumbers.of(result.metrics(), run.currency()))
        .forEach(line -> console.print("  " + line));
    Wrapped.beside("  ", counts(result.counts())).forEach(console::print);
    profits(console, run, result);
    riskEvents(console, run);
    openTrades(console, run, result.openTrades());
  }

  /** Name and number side by side, three pairs to a line, fewer where numbers are long. */
  static List<String> metrics(Map<String, Object> numbers) {
    List<String> cells = new ArrayList<>();
    numbers.forEach(
        (name, number) ->
            cells.add(String.format(Locale.ROOT, "%-17s %13s", label(name), value(name, number))));
    int widest = cells.stream().mapToInt(String::length).max().orElse(0);
    int columns = Math.max(1, Math.min(COLUMNS, Console.WIDTH / (widest + 2)));
    int rows = (cells.size() + columns - 1) / columns;
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = row; i < cells.size(); i += rows) {
        line.append(i == row ? "" : "  ").append(cells.get(i));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String label(String name) {
    return switch (name) {
      case Columns.VALUE_AT_RISK_95 -> "VaR 95 %";
      case Columns.EXPECTED_SHORTFALL_95 -> "shortfall 95 %";
      case Columns.MAX_DRAWDOWN_MONEY -> "drawdown, money";
      case "max_drawdown_nanos" -> "drawdown, hours";
      case "cagr" -> "CAGR";
      case "sqn" -> "SQN";
      case Columns.SPREAD_COST -> "spread paid";
      case Columns.SLIPPAGE -> "slippage paid";
      case Columns.IMPLEMENTATION_SHORTFALL -> "impl. shortfall";
      default -> name.replace('_', ' ');
    };
  }

  private static String value(String name, Object number) {
    if (number instanceof BigDecimal money) {
      return String.format(Locale.ROOT, "%,.2f", money.setScale(2, RoundingMode.HALF_EVEN));
    }
    if (name.equals("max_drawdown_nanos")) {
      return String.format(Locale.ROOT, "%,.2f", ((Long) number) / NANOS_PER_HOUR);
    }
    if (number instanceof Double real) {
      return real(name, real);
    }
    return String.format(Locale.ROOT, "%,d", ((Number) number).longValue());
  }

  private static String real(String name, double number) {
    if (Double.isNaN(number)) {
      return "-";
    }
    return SHARES.contains(name)
        ? String.format(Locale.ROOT, "%,.4f %%", 100 * number)
        : String.format(Locale.ROOT, "%,.3f", number);
  }

  private static String counts(RunCounts counts) {
    String denied =
        counts.denied().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%,d decisions, %,d orders sent: %,d filled, %,d partly, %,d not; denied: %s",
        counts.decisions(),
        counts.sent(),
        counts.filled(),
        counts.partlyFilled(),
        counts.unfilled(),
        denied.isEmpty() ? "none" : denied);
  }

  /** What each strategy earned, where there are several. */
  private static void profits(Console console, ReplayedRun run, RunResult result) {
    if (run.strategies().size() < 2) {
      return;
    }
    TextTable table = TextTable.of("strategy", "profit");
    for (int i = 0; i < run.strategies().size(); i++) {
      table.row(run.strategies().get(i), money(run, result.strategyProfits().get(i)));
    }
    table.lines("  ").forEach(console::print);
  }

  /** What guards did; refusals are counted by reason already. */
  private static void riskEvents(Console console, ReplayedRun run) {
    List<RiskLine> deeds =
        RiskLine.of(run.record(), run.universe()).stream()
            .filter(line -> line.measured() != null)
            .toList();
    if (deeds.isEmpty()) {
      return;
    }
    TextTable table = TextTable.of("guard", "at", "symbol", "why", "measured", "limit");
    for (RiskLine deed : deeds.subList(0, Math.min(deeds.size(), MOST_DEEDS))) {
      table.row(
          deed.event(),
          Instant.ofEpochSecond(0, deed.nanos()).truncatedTo(ChronoUnit.SECONDS),
          deed.symbol(),
          deed.reason(),
          String.format(Locale.ROOT, "%,.2f", deed.measured()),
          String.format(Locale.ROOT, "%,.2f", deed.limit()));
    }
    table.lines("  ").forEach(console::print);
    if (deeds.size() > MOST_DEEDS) {
      console.print(
          "  and " + (deeds.size() - MOST_DEEDS) + " more: see risk_events.csv with --out");
    }
  }

  private static String money(ReplayedRun run, long money) {
    return String.format(Locale.ROOT, "%,.2f", run.currency().amount(money));
  }

  private static void openTrades(Console console, ReplayedRun run, List<RoundTrip> trades) {
    if (trades.isEmpty()) {
      return;
    }
    TextTable table = TextTable.of("open trade", "side", "size", "entry", "mark", "profit", "fees");
    for (RoundTrip trade : trades) {
      Instrument instrument = run.instrument(trade.instrument());
      double quantum = instrument.priceQuantumE9() / 1e9;
      table.row(
          instrument.symbol(),
          trade.side(),
          instrument.size(trade.maxLots()).stripTrailingZeros().toPlainString(),
          String.format(Locale.ROOT, "%.6f", trade.entryTicks() * quantum),
          String.format(Locale.ROOT, "%.6f", trade.exitTicks() * quantum),
          money(run, trade.profit()),
          money(run, trade.fees()));
    }
    table.lines("  ").forEach(console::print);
  }

  private static String text(RunWarning warning) {
    return warning.sentence() + " (" + warning + ")";
  }
}
