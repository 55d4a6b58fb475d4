package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.calendar.DatedCalendar;
import java.io.InputStream;

/**
 * Reads one file row by row, counts what becomes of each, and gives every table row its session
 * date. Plain Java: the same on an executor, in a replay straight from files, and in a test.
 */
final class FileIntake implements AutoCloseable {
  private final LineSource lines;
  private final RowParser parser;
  private final RowSink dated;
  private final QuarantineSink quarantine;
  private final Line line = new Line();
  private boolean started;
  private long read;
  private long kept;
  private long duplicate;
  private long suspicious;
  private long damaged;
  private long derived;

  private FileIntake(
      LineSource lines,
      RowParser parser,
      RowSink rows,
      QuarantineSink quarantine,
      SessionDates dates) {
    this.lines = lines;
    this.parser = parser;
    this.quarantine = quarantine;
    dated =
        row -> {
          row.epochDay = dates.epochDay(row);
          derived++;
          rows.row(row);
        };
  }

  /**
   * Opens a file.
   *
   * @param raw its bytes; closed with the intake
   */
  static FileIntake open(
      SourceFile file, InputStream raw, IntakePlan plan, RowSink rows, QuarantineSink quarantine)
      throws RefusedFileException {
    RowParser parser = plan.format().parser(file, plan);
    LineSource lines = LineSource.open(file, raw, plan.limits(), plan.format().arrowColumns());
    return new FileIntake(lines, parser, rows, quarantine, new SessionDates(plan));
  }

  /**
   * Reads the next row, or finishes.
   *
   * @return false at the end
   */
  boolean step() throws RefusedFileException {
    if (!started) {
      start();
    }
    if (!lines.next(line)) {
      parser.finish(dated);
      return false;
    }
    read++;
    RowVerdict verdict = parser.parse(line, dated);
    count(verdict);
    return true;
  }

  /** Reads to the end and returns the counts. */
  IntakeCounts readAll() throws RefusedFileException {
    boolean more = true;
    while (more) {
      more = step();
    }
    return counts();
  }

  IntakeCounts counts() {
    return new IntakeCounts(
        read, kept, duplicate, suspicious + damaged, suspicious, derived, parser.rounded());
  }

  /** Uncompressed bytes read so far. */
  long bytesRead() {
    return lines.bytesRead();
  }

  private void start() throws RefusedFileException {
    started = true;
    if (parser.hasHeader()) {
      if (!lines.next(line)) {
        throw new RefusedFileException(RefusalReason.EMPTY, "the file is empty");
      }
      parser.header(line);
    }
  }

  private void count(RowVerdict verdict) {
    switch (verdict) {
      case KEPT -> kept++;
      case DUPLICATE -> duplicate++;
      case SUSPICIOUS -> suspicious++;
      default -> damaged++;
    }
    if (verdict.isQuarantined()) {
      quarantine.quarantined(line, verdict);
    }
  }

  @Override
  public void close() {
    lines.close();
  }

  /** Finds session dates; remembers the last stretch of the last symbol. */
  private static final class SessionDates {
    private final IntakePlan plan;
    private String symbol;
    private DatedCalendar calendar;
    private DatedCalendar.DateSpan span = new DatedCalendar.DateSpan(null, 0, 0);
    private long epochDay;

    SessionDates(IntakePlan plan) {
      this.plan = plan;
    }

    @SuppressWarnings("ReferenceEquality") // texts come from a pool; the slow way is right as well
    long epochDay(ParsedRow row) {
      long nanos = Missing.is(row.openTimeNanos) ? row.eventTimeNanos : row.openTimeNanos;
      if (row.symbol != symbol) {
        symbol = row.symbol;
        calendar = plan.calendar(symbol);
        span = calendar.dateSpan(nanos);
        epochDay = span.date().toEpochDay();
      } else if (!span.contains(nanos)) {
        span = calendar.dateSpan(nanos);
        epochDay = span.date().toEpochDay();
      }
      return epochDay;
    }
  }
}
