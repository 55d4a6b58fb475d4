package io.tapedeck.lake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import io.tapedeck.lake.SharedSpark;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTablesIT {
  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void openLake() {
    lake = Lake.at(SharedSpark.session(), folder.toString());
  }

  @Test
  void aTableIsMadeInOneCommitWithItsSchemaPropertiesAndReaderVersionOne() {
    LakeTables.createIfMissing(lake, LakeTable.QUARANTINE);
    LakeTables.createIfMissing(lake, LakeTable.QUARANTINE);

    Row detail = DeltaTable.forPath(lake.spark(), lake.path(LakeTable.QUARANTINE)).detail().first();
    assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
    assertThat(detail.<Integer>getAs("minWriterVersion")).isLessThan(7);
    assertThat(detail.getJavaMap(detail.fieldIndex("properties")))
        .containsEntry("delta.deletedFileRetentionDuration", "interval 3650 days");
    assertThat(DeltaTable.forPath(lake.spark(), lake.path(LakeTable.QUARANTINE)).history().count())
        .isEqualTo(1);
    assertThat(lake.read(LakeTable.QUARANTINE).schema()).isEqualTo(LakeTable.QUARANTINE.schema());
  }

  @Test
  void aRowThatBreaksAConstraintIsRefused() {
    LakeTables.createIfMissing(lake, LakeTable.CALENDARS);

    assertThatThrownBy(
            () -> write(RowFactory.create("X", Date.valueOf("2024-01-02"), 5L, 5L, false)))
        .hasMessageContaining("session_open < session_close");
    assertThatThrownBy(
            () -> write(RowFactory.create(null, Date.valueOf("2024-01-02"), 5L, 6L, false)))
        .hasMessageContaining("calendar");
    assertThat(lake.read(LakeTable.CALENDARS).count()).isZero();
  }

  private void write(Row row) {
    lake.spark()
        .createDataFrame(List.of(row), nullable(LakeTable.CALENDARS))
        .write()
        .format("delta")
        .mode("append")
        .save(lake.path(LakeTable.CALENDARS));
  }

  private static org.apache.spark.sql.types.StructType nullable(LakeTable table) {
    return table.schema().asNullable();
  }
}
