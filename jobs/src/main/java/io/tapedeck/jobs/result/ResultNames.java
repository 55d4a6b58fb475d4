package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.table.Columns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    return only(sweeps(name), "sweep", name + "'" + SEE);
  }

  /**
   * The row of a sweep that is called so; empty if it must be a run.
   *
   * @throws UsageException if the beginning of an id is that of a sweep and of a run, or of several
   *     sweeps
   */
  public Optional<Row> sweepUnlessRun(String name) {
    List<Row> sweeps = sweeps(name);
    if (sweeps.isEmpty()) {
      return Optional.empty();
    }
    Row sweep = only(sweeps, "sweep", name + "'" + SEE);
    if (!isNamed(sweep, name) && !runs(name).isEmpty()) {
      throw UsageException.of(
          "the ids of a sweep and of a run begin with '" + name + "': give more of it");
    }
    return Optional.of(sweep);
  }

  /** The last sweep of this name; if there is none, up to two whose ids begin so. */
  private List<Row> sweeps(String name) {
    List<Row> found =
        reader
            .sweeps()
            .where(
                col(Columns.NAME)
                    .equalTo(name)
                    .or(col(Columns.SWEEP_ID).startsWith(name.toLowerCase(Locale.ROOT))))
            .orderBy(
                col(Columns.NAME).equalTo(name).desc(),
                col(Columns.STARTED_AT).desc(),
                col(Columns.SWEEP_ID))
            .limit(2)
            .collectAsList();
    return !found.isEmpty() && isNamed(found.get(0), name) ? found.subList(0, 1) : found;
  }

  private static boolean isNamed(Row sweep, String name) {
    return sweep.getAs(Columns.NAME).equals(name);
  }

  private List<Row> runs(String prefix) {
    return reader
        .runs()
        .where(col(Columns.RUN_ID).startsWith(prefix.toLowerCase(Locale.ROOT)))
        .limit(2)
        .collectAsList();
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
