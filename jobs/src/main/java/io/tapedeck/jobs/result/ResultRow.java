package io.tapedeck.jobs.result;

import io.tapedeck.lake.table.ResultTable;
import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A row on its way to a result table.
 *
 * @param table where it belongs
 * @param row all its columns; a commit id that is not known yet is {@link #UNCOMMITTED}
 */
public record ResultRow(ResultTable table, Row row) implements Serializable {
  /** Stands for the commit id until the commit is made. */
  public static final String UNCOMMITTED = "";

  static ResultRow of(ResultTable table, Object... values) {
    return new ResultRow(table, RowFactory.create(values));
  }
}
