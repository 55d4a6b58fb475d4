package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives every symbol an instrument: symbols nobody has described get a guess, and a warning. */
final class DefaultInstruments {
  private DefaultInstruments() {}

  /** Writes the instruments that files about to be taken need. */
  static void write(
      Lake lake,
      InstrumentBook book,
      CalendarBook calendars,
      SourceFormat format,
      List<FileVerdict> files,
      List<String> warnings) {
    TreeMap<String, Fineness> found = new TreeMap<>();
    for (FileVerdict file : files) {
      if (file.table() == LakeTable.SIGNALS) {
        continue; // a signal may speak of what is not traded here
      }
      file.fineness().forEach((symbol, fine) -> found.merge(symbol, fine, Fineness::max));
    }
    List<InstrumentBook.Entry> changed = new ArrayList<>();
    for (Map.Entry<String, Fineness> symbol : found.entrySet()) {
      Optional<InstrumentBook.Entry> known = book.find(symbol.getKey());
      Instrument wanted = wanted(known, format, symbol.getKey(), symbol.getValue());
      if (known.isEmpty() || known.get().isDefault()) {
        warnings.add(guessed(wanted));
      }
      if (!calendars.knows(wanted.calendar())) {
        warnings.add(unknownCalendar(wanted));
      }
      if (known.isEmpty() || !known.get().instrument().equals(wanted)) {
        changed.add(new InstrumentBook.Entry(wanted, true));
      }
    }
    InstrumentBook.put(lake, changed);
  }

  private static Instrument wanted(
      Optional<InstrumentBook.Entry> known, SourceFormat format, String symbol, Fineness found) {
    if (known.isEmpty()) {
      return format.defaults(symbol).instrument(symbol, found);
    }
    InstrumentBook.Entry entry = known.get();
    return entry.isDefault()
        ? InstrumentDefaults.refined(entry.instrument(), found)
        : entry.instrument();
  }

  static String unknownCalendar(Instrument instrument) {
    return "calendar "
        + instrument.calendar()
        + " of "
        + instrument.symbol()
        + " is unknown: its sessions are taken as days of UTC; describe it with: tapedeck ingest "
        + "--table calendars";
  }

  static String guessed(Instrument instrument) {
    return "nobody has described "
        + instrument.symbol()
        + ": taken as "
        + instrument.assetClass()
        + " in "
        + instrument.currency().code()
        + ", tick "
        + decimal(instrument.priceQuantumE9())
        + ", lot "
        + decimal(instrument.sizeQuantumE9())
        + ", calendar "
        + instrument.calendar()
        + "; describe it with: tapedeck ingest --table instruments";
  }

  private static String decimal(long e9) {
    return BigDecimal.valueOf(e9, 9).stripTrailingZeros().toPlainString();
  }
}
