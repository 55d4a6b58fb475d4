package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.table.Columns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds sweeps and runs by what people call them: a sweep by its name (the last so called) or the
 * beginning of its id, a run by the beginning of its id.
 */
public final class ResultNames {
  private static final String SEE = ": see tapedeck runs";

  private final ResultReader reader;

  public ResultNames(ResultReader reader) {
    this.reader = reader;
  }

  /** The row of the run whose id begins so. @throws UsageException if none or several do */
  public Row run(String prefix) {
    return only(runs(prefix), "run", prefix + "'" + SEE + " --sweep ID");
  }

  /** The row of a sweep. @throws UsageException if there is none, or several ids begin so */
  public Row sweep(String name) {
    return named(name).orElseGet(() -> only(sweeps(name), "sweep", name + "'" + SEE));
  }

  /**
   * The row of a sweep that is called so; empty if it must be a run.
   *
   * @throws UsageException if the beginning of an id is that of a sweep and of a run, or of several
   *     sweeps
   */
  public Optional<Row> sweepUnlessRun(String name) {
    Optional<Row> named = named(name);
    if (named.isPresent()) {
      return named;
    }
    List<Row> sweeps = sweeps(name);
    if (sweeps.isEmpty()) {
      return Optional.empty();
    }
    if (!runs(name).isEmpty()) {
      throw UsageException.of(
          "the ids of a sweep and of a run begin with '" + name + "': give more of it");
    }
    return Optional.of(only(sweeps, "sweep", name + "'" + SEE));
  }

  private Optional<Row> named(String name) {
    return reader
        .sweeps()
        .where(col(Columns.NAME).equalTo(name))
        .orderBy(col(Columns.STARTED_AT).desc(), col(Columns.SWEEP_ID))
        .limit(1)
        .collectAsList()
        .stream()
        .findFirst();
  }

  private List<Row> sweeps(String prefix) {
    return beginning(reader.sweeps(), Columns.SWEEP_ID, prefix);
  }

  private List<Row> runs(String prefix) {
    return beginning(reader.runs(), Columns.RUN_ID, prefix);
  }

  private static List<Row> beginning(Dataset<Row> rows, String id, String prefix) {
    return rows.where(col(id).startsWith(prefix.toLowerCase(Locale.ROOT))).limit(2).collectAsList();
  }

  private static Row only(List<Row> found, String what, String prefixAndAdvice) {
    if (found.size() != 1) {
      throw UsageException.of(
          (found.isEmpty() ? "no " : "more than one ")
              + what
              + " has an id that begins with '"
              + prefixAndAdvice);
    }
    return found.get(0);
  }
}
