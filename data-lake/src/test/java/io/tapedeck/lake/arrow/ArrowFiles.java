package io.tapedeck.lake.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Arrow files in memory: ours, and those that Arrow's own library writes and reads. */
public final class ArrowFiles {
  private ArrowFiles() {}

  /** A row of Spark's own values. */
  public static InternalRow row(Object... values) {
    Object[] own =
        Arrays.stream(values)
            .map(value -> value instanceof String text ? UTF8String.fromString(text) : value)
            .map(value -> value instanceof java.math.BigDecimal d ? Decimal.apply(d) : value)
            .toArray();
    return new GenericInternalRow(own);
  }

  /** Our file of these rows. */
  public static byte[] written(ArrowEncoder encoder, Set<String> nanoTimes, InternalRow... rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArrowFile file = ArrowFile.begin(bytes, encoder.schema(), nanoTimes, Map.of("k", "v"))) {
      Iterator<byte[]> batches = encoder.encode(List.of(rows).iterator());
      while (batches.hasNext()) {
        file.append(batches.next());
      }
      file.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Our plain file of these rows. */
  public static byte[] written(StructType schema, InternalRow... rows) {
    return written(new ArrowEncoder(schema, ArrowCompression.NONE), Set.of(), rows);
  }

  /** What Arrow's own reader finds: rows of its objects, nulls included. */
  static List<List<Object>> readByArrow(byte[] file) {
    List<List<Object>> rows = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowFileReader reader =
            new ArrowFileReader(
                new ByteArrayReadableSeekableByteChannel(file),
                allocator,
                org.apache.arrow.compression.CommonsCompressionFactory.INSTANCE)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        for (int i = 0; i < root.getRowCount(); i++) {
          List<Object> row = new ArrayList<>();
          for (FieldVector vector : root.getFieldVectors()) {
            row.add(vector.getObject(i));
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** What our reader finds: rows of texts, nulls included. */
  static List<List<String>> cells(byte[] file) throws IOException, ArrowFileException {
    List<List<String>> rows = new ArrayList<>();
    try (ArrowCells cells =
        ArrowCells.open(new ByteArrayReadableSeekableByteChannel(file), 64L << 20)) {
      while (cells.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.columns().size(); i++) {
          byte[] text = cells.text(i);
          row.add(text == null ? null : new String(text, StandardCharsets.UTF_8));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A file of one column by Arrow's own writer. */
  static byte[] column(ArrowType type, Consumer<FieldVector> fill) {
    return column(type, fill, Container.FILE);
  }

  /** How messages are put together. */
  enum Container {
    FILE,
    STREAM
  }

  static byte[] column(ArrowType type, Consumer<FieldVector> fill, Container container) {
    try (BufferAllocator allocator = new RootAllocator();
        FieldVector vector = FieldType.nullable(type).createNewSingleVector("c", allocator, null)) {
      vector.allocateNew();
      fill.accept(vector);
      return written(vector, null, container);
    }
  }

  static byte[] written(FieldVector vector, DictionaryProvider provider, Container container) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VectorSchemaRoot root = VectorSchemaRoot.of(vector);
    try (var writer =
        container == Container.FILE
            ? new ArrowFileWriter(root, provider, Channels.newChannel(bytes))
            : new ArrowStreamWriter(root, provider, Channels.newChannel(bytes))) {
      writer.start();
      writer.writeBatch();
      writer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
