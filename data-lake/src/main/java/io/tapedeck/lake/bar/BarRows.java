package io.tapedeck.lake.bar;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.bar.BarSink;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Turns finished bars into rows of the table of bars. */
final class BarRows implements BarSink {
  private static final int E9_DECIMALS = 9;
  private static final double E9 = 1e9;

  private final Instrument instrument;
  private final BarLength length;
  private final BarPrice price;
  private final List<Row> rows;
  private final BigDecimal unit;
  private LocalDate date;

  BarRows(Instrument instrument, BarLength length, BarPrice price, List<Row> rows) {
    this.instrument = instrument;
    this.length = length;
    this.price = price;
    this.rows = rows;
    BigDecimal tick = BigDecimal.valueOf(instrument.priceQuantumE9(), E9_DECIMALS);
    this.unit = price == BarPrice.MID ? tick.divide(BigDecimal.valueOf(2)) : tick;
  }

  /** The session date of the bars that follow; the bar before is finished. */
  void open(LocalDate sessionDate) {
    date = sessionDate;
  }

  @Override
  public void onBar(
      long openTimeNanos,
      long closeTimeNanos,
      long openTicks,
      long highTicks,
      long lowTicks,
      long closeTicks,
      long lots,
      double vwapTicks,
      long count) {
    rows.add(
        RowFactory.create(
            length.toString(),
            instrument.symbol(),
            BarUnit.month(length, date),
            Date.valueOf(date),
            price.name(),
            openTimeNanos,
            closeTimeNanos,
            decimal(openTicks),
            decimal(highTicks),
            decimal(lowTicks),
            decimal(closeTicks),
            Missing.is(lots) ? null : instrument.size(lots),
            Double.isNaN(vwapTicks) ? null : vwapTicks * (double) instrument.priceQuantumE9() / E9,
            count,
            BarsJob.BUILT,
            null));
  }

  private BigDecimal decimal(long units) {
    BigDecimal value = unit.multiply(BigDecimal.valueOf(units)).stripTrailingZeros();
    if (value.scale() > E9_DECIMALS) {
      throw FeedException.unfit(
          "bars of " + instrument.symbol(),
          "the mid "
              + value.toPlainString()
              + " has more than nine decimals; build bars of BID and ASK instead");
    }
    return value.setScale(E9_DECIMALS, RoundingMode.UNNECESSARY);
  }
}
