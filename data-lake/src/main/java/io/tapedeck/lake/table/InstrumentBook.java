package io.tapedeck.lake.table;

import io.delta.tables.DeltaTable;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The instruments a lake knows, by symbol. */
public final class InstrumentBook {
  private static final int E9 = 9;

  private final Map<String, Entry> bySymbol = new TreeMap<>();

  /**
   * An instrument, and whether its units are a guess that nobody has confirmed.
   *
   * @param isDefault true if it was made by ingest for a symbol nobody described
   */
  public record Entry(Instrument instrument, boolean isDefault) {}

  private InstrumentBook(Collection<Entry> entries) {
    entries.forEach(entry -> bySymbol.put(entry.instrument().symbol(), entry));
  }

  /** The instruments of this lake; none if it has no such table yet. */
  public static InstrumentBook load(Lake lake) {
    return from(LakeTables.readOrEmpty(lake, LakeTable.INSTRUMENTS));
  }

  /** The instruments of these rows of the table. */
  public static InstrumentBook from(Dataset<Row> rows) {
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      entries.add(entry(row));
    }
    return new InstrumentBook(entries);
  }

  /** Adds these instruments to a lake, or replaces those of the same symbols, in one commit. */
  public static void put(Lake lake, Collection<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    boolean isNew = LakeTables.createIfMissing(lake, LakeTable.INSTRUMENTS);
    List<Row> rows = entries.stream().map(InstrumentBook::row).toList();
    Dataset<Row> table = lake.spark().createDataFrame(rows, LakeTable.INSTRUMENTS.schema());
    if (isNew) {
      LakeTables.replace(lake, LakeTable.INSTRUMENTS, table.coalesce(1), null);
      return;
    }
    DeltaTable.forPath(lake.spark(), lake.path(LakeTable.INSTRUMENTS))
        .as("old")
        .merge(table.as("new"), "old." + Columns.SYMBOL + " = new." + Columns.SYMBOL)
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  public Optional<Entry> find(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol));
  }

  /**
   * The instrument of this symbol.
   *
   * @throws IllegalArgumentException if the lake does not know it
   */
  public Instrument require(String symbol) {
    Require.that(
        bySymbol.containsKey(symbol),
        "no instrument %s in this lake; it has %s; ingest data of it, or describe it with: "
            + "tapedeck ingest --table instruments",
        symbol,
        bySymbol.keySet());
    return bySymbol.get(symbol).instrument();
  }

  /** All entries, by symbol. */
  public Collection<Entry> entries() {
    return List.copyOf(bySymbol.values());
  }

  /** An instrument from decimal quanta and increments. */
  public static Instrument instrument(
      String symbol,
      AssetClass assetClass,
      String currency,
      BigDecimal priceQuantum,
      BigDecimal sizeQuantum,
      BigDecimal priceIncrement,
      BigDecimal sizeIncrement,
      long multiplier,
      String calendar) {
    long priceQuantumE9 = e9(priceQuantum);
    long sizeQuantumE9 = e9(sizeQuantum);
    return new Instrument(
        symbol,
        assetClass,
        Currency.of(currency),
        priceQuantumE9,
        sizeQuantumE9,
        times(symbol, "price", priceIncrement, priceQuantumE9),
        times(symbol, "size", sizeIncrement, sizeQuantumE9),
        multiplier,
        calendar);
  }

  private static long times(String symbol, String what, BigDecimal increment, long quantumE9) {
    long incrementE9 = e9(increment);
    Require.that(
        quantumE9 > 0 && incrementE9 % quantumE9 == 0,
        "%s increment of %s must be a whole number of quanta, was %s of %s e-9",
        what,
        symbol,
        increment,
        quantumE9);
    return incrementE9 / quantumE9;
  }

  private static long e9(BigDecimal value) {
    return value.movePointRight(E9).longValueExact();
  }

  private static Entry entry(Row row) {
    Instrument instrument =
        instrument(
            row.getAs(Columns.SYMBOL),
            AssetClass.valueOf(row.getAs(Columns.ASSET_CLASS)),
            row.getAs(Columns.CURRENCY),
            row.getAs(Columns.PRICE_QUANTUM),
            row.getAs(Columns.SIZE_QUANTUM),
            row.getAs(Columns.PRICE_INCREMENT),
            row.getAs(Columns.SIZE_INCREMENT),
            row.<Long>getAs(Columns.MULTIPLIER),
            row.getAs(Columns.CALENDAR));
    return new Entry(instrument, row.<Boolean>getAs(Columns.IS_DEFAULT));
  }

  private static Row row(Entry entry) {
    Instrument instrument = entry.instrument();
    return RowFactory.create(
        instrument.symbol(),
        instrument.assetClass().name(),
        instrument.currency().code(),
        BigDecimal.valueOf(instrument.priceQuantumE9(), E9),
        BigDecimal.valueOf(instrument.sizeQuantumE9(), E9),
        instrument.price(instrument.priceIncrementTicks()),
        instrument.size(instrument.sizeIncrementLots()),
        instrument.multiplier(),
        instrument.calendar(),
        entry.isDefault());
  }
}
