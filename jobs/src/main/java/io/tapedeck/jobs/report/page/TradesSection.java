package io.tapedeck.jobs.report.page;

import io.tapedeck.core.market.Side;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.PricePicture.Mark;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.report.TradingRecord;
import io.tapedeck.jobs.report.TradingRecord.Trip;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Entries and exits on the price, and the round trips they make. */
final class TradesSection implements Section {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int MOST_DECIMALS = 8;

  private final ReportModel model;

  TradesSection(ReportModel model) {
    this.model = model;
  }

  /** Anchor of a window's chart of an instrument. */
  static String chartId(int window, int instrument) {
    return "price-" + window + "-" + instrument;
  }

  @Override
  public String id() {
    return "trades";
  }

  @Override
  public String heading() {
    return "Trades on the price";
  }

  @Override
  public boolean isThere() {
    return !model.details().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    for (int window = 0; window < model.details().size(); window++) {
      RunDetail detail = model.details().get(window);
      TradingRecord trading = detail.trading();
      if (model.details().size() > 1) {
        html.element("h3", detail.window());
      }
      if (!trading.gap().isEmpty()) {
        html.element("p", trading.gap(), "class", "quiet");
      }
      for (int i = 0; i < trading.pictures().size(); i++) {
        picture(chartId(window, i), trading.pictures().get(i), html);
      }
      trips(trading, html);
    }
  }

  private static void picture(String id, PricePicture picture, Html html) throws IOException {
    long buys = picture.fills().stream().filter(fill -> fill.side() == Side.BUY).count();
    new Legend(html)
        .entry("price", picture.symbol() + " " + picture.prices() + ", lowest to highest")
        .entry("buy", "bought")
        .entry("sell", "sold")
        .end();
    Chart.drawn(html, id, caption(picture), spoken(picture, buys));
    Chart.openNumbers(html, "Fills that are marked");
    Table table = new Table(html, caption(picture), "days");
    table.head("Time, UTC", "Side", "Size", "Price");
    for (Mark fill : picture.fills()) {
      table.row(
          time(fill.nanos()),
          fill.side() == Side.BUY ? "bought" : "sold",
          fill.size(),
          price(fill.price()));
    }
    table.end();
    html.close();
  }

  private static String caption(PricePicture picture) {
    return picture.fills().size() < picture.fillsInAll()
        ? picture.symbol()
            + ": "
            + Figure.count(picture.fills().size())
            + " of "
            + Figure.count(picture.fillsInAll())
            + " fills are marked, evenly spaced"
        : picture.symbol() + ": " + Figure.count(picture.fillsInAll()) + " fills";
  }

  private static String spoken(PricePicture picture, long buys) {
    return "Price of "
        + picture.symbol()
        + " from "
        + price(picture.range().stream().mapToDouble(PricePicture.Span::low).min().orElse(0))
        + " to "
        + price(picture.range().stream().mapToDouble(PricePicture.Span::high).max().orElse(0))
        + ", with "
        + Figure.count(buys)
        + " purchases and "
        + Figure.count(picture.fills().size() - buys)
        + " sales marked.";
  }

  private void trips(TradingRecord trading, Html html) throws IOException {
    List<Trip> trips = trading.trips();
    if (trips.isEmpty()) {
      return;
    }
    String caption =
        trips.size() < trading.tripsInAll()
            ? "The first "
                + Figure.count(trips.size())
                + " of "
                + Figure.count(trading.tripsInAll())
                + " round trips"
            : "Round trips: " + Figure.count(trips.size());
    Chart.openNumbers(html, caption);
    Table table = new Table(html, caption, Table.SORTABLE);
    table.head(
        "Entry, UTC",
        "Exit, UTC",
        "Instrument",
        "Side",
        "Size",
        "Entry price",
        "Exit price",
        "Net, " + model.currency().code());
    for (Trip trip : trips) {
      table.row(
          time(trip.entryNanos()),
          trip.isOpen() ? "open" : time(trip.exitNanos()),
          trip.symbol(),
          trip.side() == Side.BUY ? "long" : "short",
          trip.size(),
          price(trip.entryPrice()),
          price(trip.exitPrice()),
          Figure.money(trip.netProfit(), model.currency()));
    }
    table.end();
    html.close();
  }

  private static String time(long nanos) {
    return TIME.format(Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND)));
  }

  private static String price(double price) {
    BigDecimal plain =
        BigDecimal.valueOf(price)
            .setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }
}
