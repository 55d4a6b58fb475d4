package io.tapedeck.lake.table;

import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;

/** The tables of a lake as a page of documentation, generated so that it cannot drift. */
public final class SchemaDocument {
  private SchemaDocument() {}

  /** All tables, in Markdown: those that are read, then those that runs write. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(8_192);
    page.append("# Tables of a lake\n\n")
        .append(
            "Generated from `LakeTable` and `ResultTable`; a test keeps it current. Delta tables, reader version ")
        .append("1. Times are nanoseconds since\nthe epoch, UTC; prices and sizes are ")
        .append("`decimal(18,9)`.\n");
    for (LakeTable table : LakeTable.values()) {
      page.append(section(table));
    }
    for (ResultTable table : ResultTable.values()) {
      page.append(section(table));
    }
    return page.toString();
  }

  private static String section(TableDefinition table) {
    StringBuilder text = new StringBuilder(1_024);
    text.append("\n## ").append(table.folder()).append("\n\n");
    text.append(table.description()).append(".\n\n");
    if (!table.partitionColumns().isEmpty()) {
      text.append("Partitioned by ")
          .append(table.partitionColumns().stream().map(c -> "`" + c + "`").collect(joined()))
          .append(".\n\n");
    }
    text.append("| Column | Type | Null | Meaning |\n|---|---|---|---|\n");
    for (StructField field : table.schema().fields()) {
      text.append("| `").append(field.name()).append("` | ");
      text.append(field.dataType().simpleString()).append(" | ");
      text.append(field.nullable() ? "yes" : "no").append(" | ");
      text.append(field.getComment().get()).append(" |\n");
    }
    if (!table.constraints().isEmpty()) {
      text.append("\nEvery row: ")
          .append(table.constraints().stream().map(c -> "`" + c + "`").collect(joined()))
          .append(".\n");
    }
    return text.toString();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }
}
