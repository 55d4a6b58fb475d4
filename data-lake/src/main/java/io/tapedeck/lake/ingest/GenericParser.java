package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.table.LakeTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one CSV by a mapping; each source row becomes one table row. */
final class GenericParser implements RowParser {
  private static final int MAX_SYMBOL_LENGTH = 128;

  private final GenericMapping mapping;
  private final FileShape shape;
  private final String fileSymbol;
  private final LocalDate fileDate;
  private final ColumnIndex columns;
  private final TimeReader time;
  private final TimeReader receiveTime;
  private final DateTimeFormatter dateFormat;
  private final GenericValues values;
  private final TextPool texts = new TextPool();
  private final ParsedRow row = new ParsedRow();
  private final Map<String, SeqSet> taken = new HashMap<>();
  private int symbolField;
  private int timeField;
  private int receiveField;
  private int dateField;
  private int seqField;
  private int venueField;

  GenericParser(
      GenericMapping mapping,
      FileShape shape,
      String fileSymbol,
      LocalDate fileDate,
      IntakePlan plan)
      throws RefusedFileException {
    this.mapping = mapping;
    this.shape = shape;
    this.fileSymbol = fileSymbol;
    this.fileDate = fileDate;
    columns = new ColumnIndex(mapping.csv());
    time = new TimeReader(mapping.time());
    receiveTime = mapping.receiveTime() == null ? null : new TimeReader(mapping.receiveTime());
    dateFormat =
        mapping.date() == null
            ? null
            : DateTimeFormatter.ofPattern(mapping.date().pattern(), Locale.ENGLISH);
    values = new GenericValues(mapping, columns, plan, texts);
    if (!hasHeader()) {
      resolve();
    }
  }

  @Override
  public boolean hasHeader() {
    return mapping.csv().hasHeader();
  }

  @Override
  public void header(Line line) throws RefusedFileException {
    columns.header(line);
    resolve();
  }

  @Override
  public RowVerdict parse(Line line, RowSink sink) {
    if (!columns.split(line)) {
      return RowVerdict.COLUMNS;
    }
    RowVerdict verdict = common(line);
    if (verdict == RowVerdict.KEPT) {
      verdict = values.read(line, row);
    }
    if (verdict == RowVerdict.KEPT) {
      verdict = number(line);
    }
    if (verdict == RowVerdict.KEPT) {
      row.line = line.number();
      sink.row(row);
    }
    return verdict;
  }

  @Override
  public long rounded() {
    return values.rounded();
  }

  private void resolve() throws RefusedFileException {
    symbolField = columns.of(mapping.symbol().column());
    timeField = columns.of(mapping.time().column());
    receiveField = receiveTime == null ? -1 : columns.of(mapping.receiveTime().column());
    dateField = mapping.date() == null ? -1 : columns.of(mapping.date().column());
    seqField = columns.of(mapping.columns().get("seq"));
    venueField = columns.of(mapping.columns().get("venue"));
    values.resolve();
  }

  /** Symbol, venue and times. */
  private RowVerdict common(Line line) {
    row.symbol =
        fileSymbol != null
            ? fileSymbol
            : texts.text(line.bytes, line.start(symbolField), line.end(symbolField));
    boolean noSymbol =
        symbolField >= 0
            && (columns.isNull(line, symbolField)
                || row.symbol.length() > MAX_SYMBOL_LENGTH
                || row.symbol.isBlank()
                || row.symbol.chars().anyMatch(Character::isISOControl));
    if (noSymbol) {
      return RowVerdict.BAD_SYMBOL;
    }
    row.venue =
        columns.isNull(line, venueField)
            ? null
            : texts.text(line.bytes, line.start(venueField), line.end(venueField));
    long epochDay = epochDay(line);
    if (epochDay == IsoText.INVALID) {
      return RowVerdict.BAD_TIME;
    }
    row.eventTimeNanos =
        time.nanos(line.bytes, line.start(timeField), line.end(timeField), epochDay);
    row.receiveTimeNanos =
        columns.isNull(line, receiveField)
            ? Missing.VALUE
            : receiveTime.nanos(
                line.bytes, line.start(receiveField), line.end(receiveField), epochDay);
    RowVerdict event = timeVerdict(row.eventTimeNanos);
    return event != RowVerdict.KEPT || Missing.is(row.receiveTimeNanos) || receiveField < 0
        ? event
        : timeVerdict(row.receiveTimeNanos);
  }

  private static RowVerdict timeVerdict(long nanos) {
    if (nanos == WallClock.GAP) {
      return RowVerdict.LOCAL_TIME_GAP;
    }
    return nanos <= 0 ? RowVerdict.BAD_TIME : RowVerdict.KEPT;
  }

  private long epochDay(Line line) {
    if (fileDate != null) {
      return fileDate.toEpochDay();
    }
    if (dateField < 0) {
      return 0;
    }
    try {
      LocalDate date = LocalDate.parse(line.text(dateField), dateFormat);
      return IsoText.isCountable(date.getYear()) ? date.toEpochDay() : IsoText.INVALID;
    } catch (DateTimeException e) {
      return IsoText.INVALID;
    }
  }

  /** The row's number, and whether it has been taken before. */
  private RowVerdict number(Line line) {
    if (mapping.table() == LakeTable.BARS) {
      row.seq = row.eventTimeNanos;
    } else if (seqField < 0) {
      row.seq = shape.seq(line.number());
      return RowVerdict.KEPT;
    } else {
      row.seq = Decimals.whole(line.bytes, line.start(seqField), line.end(seqField));
      if (row.seq < 0) {
        return RowVerdict.BAD_SEQUENCE;
      }
    }
    long day = Math.floorDiv(row.eventTimeNanos, WallClock.NANOS_PER_DAY);
    String stream = row.symbol + '\n' + row.venue + '\n' + day;
    boolean isNew = taken.computeIfAbsent(stream, key -> new SeqSet()).add(row.seq);
    return isNew ? RowVerdict.KEPT : RowVerdict.DUPLICATE;
  }
}
