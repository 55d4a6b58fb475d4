package io.tapedeck.lake.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * The content digest of each (table, symbol, date): the sum modulo 2^256 of the SHA-256 of its
 * rows, the same for the same rows in any order, file layout or lake.
 *
 * <p>Kept in {@link LakeTable#PARTITION_DIGESTS}. A writer calls {@link #forget} before it changes
 * partitions that exist and {@link #update} after it, so that a crash between the two leaves no
 * digest rather than a wrong one.
 */
public final class PartitionDigests {
  /** The bar length of tables that have none. */
  public static final String NO_BAR = "-";

  private PartitionDigests() {}

  /**
   * What a digest is of.
   *
   * @param table folder of the table
   * @param date session date; 1 January for signals, the first of the month for bars
   * @param bar bar length, {@link #NO_BAR} for tables that have none
   */
  public record Key(String table, String symbol, LocalDate date, String bar)
      implements java.io.Serializable {}

  /**
   * The digest of a partition.
   *
   * @param contentDigest 64 hexadecimal digits
   * @param rowCount number of rows; positive
   */
  public record Digest(String contentDigest, long rowCount) {}

  /** The stored digests of a table, of all symbols and dates. */
  public static Map<Key, Digest> load(Lake lake, LakeTable table) {
    return from(
        LakeTables.readOrEmpty(lake, LakeTable.PARTITION_DIGESTS)
            .where("`" + Columns.TABLE + "` = " + SqlText.quoted(table.folder())));
  }

  /** Digests of these rows, which have all columns of the table in its order. */
  public static Map<Key, Digest> compute(LakeTable table, Dataset<Row> rows) {
    RowDigest rowDigest = new RowDigest(table);
    DigestKeys keys = new DigestKeys(table);
    JavaPairRDD<Key, DigestSum> sums =
        rows.queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitionsToPair(partition -> partialSums(partition, rowDigest, keys))
            .reduceByKey(DigestSum::plus);
    Map<Key, Digest> digests = new HashMap<>();
    for (Tuple2<Key, DigestSum> sum : sums.collect()) {
      digests.put(sum._1(), new Digest(sum._2().hex(), sum._2().count()));
    }
    return digests;
  }

  /** Computes the digests of these partitions of one table anew, and stores them in one commit. */
  public static void update(Lake lake, LakeTable table, Collection<PartitionKey> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    Dataset<Row> rows = lake.read(table).where(PartitionKey.condition(partitions));
    replace(lake, partitions, compute(table, rows));
  }

  /** Removes the digests of these partitions of one table, if there are any. */
  public static void forget(Lake lake, Collection<PartitionKey> partitions) {
    if (partitions.isEmpty() || !LakeTables.exists(lake, LakeTable.PARTITION_DIGESTS)) {
      return;
    }
    if (!lake.read(LakeTable.PARTITION_DIGESTS).where(condition(partitions)).isEmpty()) {
      replace(lake, partitions, Map.of());
    }
  }

  private static void replace(
      Lake lake, Collection<PartitionKey> partitions, Map<Key, Digest> digests) {
    boolean isNew = LakeTables.createIfMissing(lake, LakeTable.PARTITION_DIGESTS);
    List<Row> rows = new ArrayList<>();
    digests.forEach(
        (key, digest) ->
            rows.add(
                RowFactory.create(
                    key.table(),
                    key.symbol(),
                    java.sql.Date.valueOf(key.date()),
                    key.bar(),
                    digest.contentDigest(),
                    digest.rowCount())));
    LakeTables.replace(
        lake,
        LakeTable.PARTITION_DIGESTS,
        lake.spark().createDataFrame(rows, LakeTable.PARTITION_DIGESTS.schema()).coalesce(1),
        isNew ? null : condition(partitions));
  }

  /** The condition on {@code partition_digests} that selects the digests of these partitions. */
  static String condition(Collection<PartitionKey> partitions) {
    Map<String, TreeSet<String>> dates = new TreeMap<>();
    for (PartitionKey partition : partitions) {
      LocalDate date = DigestKeys.date(partition);
      TreeSet<String> some =
          dates.computeIfAbsent(DigestKeys.condition(partition), c -> new TreeSet<>());
      if (date != null) {
        some.add("DATE'" + date + "'");
      }
    }
    return dates.entrySet().stream()
        .map(e -> "(" + e.getKey() + dateCondition(e.getValue()) + ")")
        .collect(Collectors.joining(" OR "));
  }

  private static String dateCondition(Set<String> dates) {
    return dates.isEmpty()
        ? ""
        : " AND `" + Columns.DATE + "` IN (" + String.join(", ", dates) + ")";
  }

  private static Iterator<Tuple2<Key, DigestSum>> partialSums(
      Iterator<InternalRow> rows, RowDigest rowDigest, DigestKeys keys) {
    RowDigest.Digester digester = rowDigest.digester();
    Map<Key, DigestSum> sums = new HashMap<>();
    DigestKeys.Reader reader = keys.reader();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      sums.computeIfAbsent(reader.key(row), key -> new DigestSum()).add(digester.digest(row));
    }
    return sums.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).iterator();
  }

  /** The digests in these rows of {@code partition_digests}. */
  public static Map<Key, Digest> from(Dataset<Row> rows) {
    Map<Key, Digest> digests = new HashMap<>();
    for (Row row : rows.collectAsList()) {
      digests.put(
          new Key(
              row.getAs(Columns.TABLE),
              row.getAs(Columns.SYMBOL),
              LocalDate.parse(row.getAs(Columns.DATE).toString()),
              row.getAs(Columns.BAR)),
          new Digest(row.getAs(Columns.CONTENT_DIGEST), row.<Long>getAs(Columns.ROW_COUNT)));
    }
    return digests;
  }
}
