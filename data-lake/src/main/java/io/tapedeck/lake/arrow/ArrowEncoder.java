package io.tapedeck.lake.arrow;

import io.tapedeck.core.contract.Require;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.arrow.ArrowWriter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Turns rows into record batches, each an encapsulated IPC message; travels to executors.
 *
 * <p>Memory is bounded: a batch ends after {@code maxRows} rows or about {@code maxBytes} bytes,
 * whichever comes first, and only one is open at a time.
 *
 * @param schema columns of the rows
 * @param maxRows most rows of a batch; positive
 * @param maxBytes bytes after which a batch ends; looked at every {@link #LOOK_EVERY} rows
 */
public record ArrowEncoder(
    StructType schema, ArrowCompression compression, int maxRows, long maxBytes)
    implements Serializable {
  static final int LOOK_EVERY = 256;
  private static final int DEFAULT_MAX_ROWS = 65_536;
  private static final long DEFAULT_MAX_BYTES = 8L << 20;

  public ArrowEncoder {
    Require.that(maxRows > 0, "maxRows must be positive, was %d", maxRows);
    Require.that(maxBytes > 0, "maxBytes must be positive, was %d", maxBytes);
  }

  /** Batches of at most 65,536 rows or about 8 MiB. */
  public ArrowEncoder(StructType schema, ArrowCompression compression) {
    this(schema, compression, DEFAULT_MAX_ROWS, DEFAULT_MAX_BYTES);
  }

  /** The batches of these rows, made as they are asked for. */
  public Iterator<byte[]> encode(Iterator<InternalRow> rows) {
    Batches batches = new Batches(rows);
    TaskContext task = TaskContext.get();
    if (task != null) {
      TaskCompletionListener giveBack = context -> batches.close();
      task.addTaskCompletionListener(giveBack);
    }
    return batches;
  }

  /** Fills one set of vectors again and again; gives it back after the last row. */
  private final class Batches implements Iterator<byte[]>, AutoCloseable {
    private final Iterator<InternalRow> rows;
    private final BufferAllocator allocator = new RootAllocator();
    private final VectorSchemaRoot root;
    private final ArrowWriter writer;
    private boolean closed;

    Batches(Iterator<InternalRow> rows) {
      this.rows = rows;
      root = VectorSchemaRoot.create(ArrowSchemas.of(schema), allocator);
      writer = ArrowWriter.create(root);
    }

    @Override
    public boolean hasNext() {
      boolean more = !closed && rows.hasNext();
      if (!more) {
        close();
      }
      return more;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      writer.reset();
      int count = 0;
      while (count < maxRows && rows.hasNext() && !isFull(count)) {
        writer.write(rows.next());
        count++;
      }
      writer.finish();
      return message();
    }

    private boolean isFull(int count) {
      return count > 0 && count % LOOK_EVERY == 0 && writer.sizeInBytes() >= maxBytes;
    }

    private byte[] message() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      VectorUnloader unloader = new VectorUnloader(root, true, compression.codec(), true);
      try (ArrowRecordBatch batch = unloader.getRecordBatch();
          WriteChannel channel = new WriteChannel(Channels.newChannel(bytes))) {
        MessageSerializer.serialize(channel, batch);
      } catch (IOException e) {
        throw new UncheckedIOException("a record batch cannot be written to memory", e);
      }
      return bytes.toByteArray();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        root.close();
        allocator.close();
      }
    }
  }
}
