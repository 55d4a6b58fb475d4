package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.LongAccumulator;

/**
 * The second pass over a checked file: its rows, or those it has for the quarantine.
 *
 * @param done bytes of files read, for progress
 * @param rows rows made, for progress
 */
record SourceRows(
    IntakePlan plan,
    SourceBytes bytes,
    double maxQuarantined,
    LongAccumulator done,
    LongAccumulator rows)
    implements Serializable {
  /** The table rows of a file. */
  Iterator<Row> kept(FileVerdict verdict) {
    RowShape shape = new RowShape(verdict.table(), plan.format().name());
    String name = verdict.file().logicalName();
    ArrayDeque<Row> ready = new ArrayDeque<>();
    return new Rows(verdict, ready, row -> ready.add(shape.row(row, name)), (line, reason) -> {});
  }

  /** The rows of a file for the quarantine. */
  Iterator<Row> quarantined(FileVerdict verdict) {
    ArrayDeque<Row> ready = new ArrayDeque<>();
    return new Rows(
        verdict,
        ready,
        row -> {},
        (line, reason) ->
            ready.add(
                RowFactory.create(
                    plan.format().name(),
                    verdict.file().logicalName(),
                    verdict.digest(),
                    line.number(),
                    reason.name(),
                    line.text())));
  }

  /** Reads a file as far as its rows are asked for. */
  private final class Rows implements Iterator<Row> {
    private final FileVerdict verdict;
    private final ArrayDeque<Row> ready;
    private final RowSink sink;
    private final QuarantineSink quarantine;
    private FileIntake intake;
    private boolean ended;

    Rows(FileVerdict verdict, ArrayDeque<Row> ready, RowSink sink, QuarantineSink quarantine) {
      this.verdict = verdict;
      this.ready = ready;
      this.sink = sink;
      this.quarantine = quarantine;
    }

    @Override
    public boolean hasNext() {
      try {
        while (ready.isEmpty() && !ended) {
          advance();
        }
        return !ready.isEmpty();
      } catch (RefusedFileException e) {
        throw changed(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + verdict.file().location(), e);
      }
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void advance() throws RefusedFileException, IOException {
      if (intake == null) {
        requireSameBytes();
        intake =
            FileIntake.open(verdict.file(), bytes.open(verdict.file()), plan, sink, quarantine);
      }
      if (!intake.step()) {
        ended = true;
        done.add(verdict.file().bytes());
        rows.add(intake.counts().derived());
        intake.close();
      }
    }

    private void requireSameBytes() {
      FileCheck check = new FileCheck(plan, bytes, java.util.Set.of(), maxQuarantined);
      if (!check.digest(verdict.file()).equals(verdict.digest())) {
        throw changed("its bytes differ from those that were checked");
      }
    }

    private IllegalStateException changed(String detail) {
      return new IllegalStateException(
          verdict.file().location()
              + " changed while it was taken: "
              + detail
              + "; nothing of it was committed, run again");
    }
  }
}
