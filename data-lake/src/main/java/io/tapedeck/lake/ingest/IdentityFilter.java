package io.tapedeck.lake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Takes out rows that another file has brought already: those with the same number of the venue, in
 * the same stream and on the same session date. Of files that come together the first by name keeps
 * the row.
 *
 * @param source the files' format
 */
record IdentityFilter(LakeTable table, String source) {
  private static final String PLACE = "place_among_equals";

  /** Those of the added rows that no other file has. */
  Dataset<Row> fresh(Dataset<Row> added, Dataset<Row> others) {
    Dataset<Row> taken =
        others.where(col(Columns.SOURCE).equalTo(source)).select(columns(identity()));
    List<Column> keys = new ArrayList<>();
    for (String name : identity()) {
      keys.add(added.col(name).eqNullSafe(taken.col(name)));
    }
    Column same = keys.stream().reduce(Column::and).orElseThrow();
    return added
        .join(taken, same, "left_anti")
        .withColumn(
            PLACE,
            row_number().over(Window.partitionBy(columns(identity())).orderBy(Columns.SOURCE_FILE)))
        .where(col(PLACE).equalTo(1))
        .drop(PLACE);
  }

  /** How many rows of each file are not fresh. */
  Map<String, Long> countLost(Batch batch, Dataset<Row> fresh) {
    Map<String, Long> lost = new TreeMap<>();
    batch.files().forEach(f -> lost.put(f.file().logicalName(), f.counts().derived()));
    for (Row row :
        fresh.groupBy(Columns.SOURCE_FILE).agg(count(lit(1)).as(PLACE)).collectAsList()) {
      lost.merge(row.getAs(Columns.SOURCE_FILE), -row.<Long>getAs(PLACE), Long::sum);
    }
    return lost;
  }

  /** What tells a row from all others of its source. */
  private List<String> identity() {
    return switch (table) {
      case BARS ->
          List.of(
              Columns.BAR, Columns.SYMBOL, Columns.MONTH, Columns.PRICE_KIND, Columns.BAR_CLOSE);
      case SIGNALS ->
          List.of(Columns.SYMBOL, Columns.YEAR, Columns.STRATEGY, Columns.TS_EVENT, Columns.SEQ);
      default -> List.of(Columns.SYMBOL, Columns.DATE, Columns.VENUE, Columns.SEQ);
    };
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
