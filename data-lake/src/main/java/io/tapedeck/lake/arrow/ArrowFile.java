package io.tapedeck.lake.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.ipc.message.ArrowFooter;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.types.StructType;

/**
 * Writes an Arrow IPC file out of record batches that were made elsewhere: the magic, the schema,
 * the batches as they come, and the footer that says where each begins.
 */
public final class ArrowFile implements AutoCloseable {
  static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  static final int CONTINUATION = 0xffffffff;
  private static final int ALIGNMENT = 8;
  private static final int PREFIX_BYTES = 8; // the continuation mark and the length of the metadata

  private final WriteChannel channel;
  private final Schema schema;
  private final List<ArrowBlock> blocks = new ArrayList<>();
  private long rows;

  private ArrowFile(WriteChannel channel, Schema schema) {
    this.channel = channel;
    this.schema = schema;
  }

  /**
   * Begins a file.
   *
   * @param out closed with this
   * @param columns columns of the batches
   * @param nanoTimes bigint columns that the file declares as timestamp[ns, UTC]
   * @param metadata what the file says about itself
   */
  public static ArrowFile begin(
      OutputStream out, StructType columns, Set<String> nanoTimes, Map<String, String> metadata)
      throws IOException {
    Schema schema = ArrowSchemas.ofFile(columns, nanoTimes, metadata);
    ArrowFile file = new ArrowFile(new WriteChannel(Channels.newChannel(out)), schema);
    file.channel.write(MAGIC);
    file.channel.align();
    MessageSerializer.serialize(file.channel, schema);
    return file;
  }

  /** Appends a batch of {@link ArrowEncoder}. */
  public void append(byte[] batch) throws IOException {
    int metadataBytes =
        PREFIX_BYTES + ByteBuffer.wrap(batch).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
    blocks.add(
        new ArrowBlock(
            channel.getCurrentPosition(), metadataBytes, batch.length - (long) metadataBytes));
    channel.write(batch);
    rows += rows(batch);
    if (batch.length % ALIGNMENT != 0) {
      throw new IllegalStateException("a batch of " + batch.length + " bytes is not aligned");
    }
  }

  /** Rows of the batches appended. */
  public long rows() {
    return rows;
  }

  private static long rows(byte[] batch) {
    ByteBuffer metadata = ByteBuffer.wrap(batch, PREFIX_BYTES, batch.length - PREFIX_BYTES);
    Message message = Message.getRootAsMessage(metadata.slice().order(ByteOrder.LITTLE_ENDIAN));
    return ((RecordBatch) message.header(new RecordBatch())).length();
  }

  /** Ends the file; without this no reader takes it. */
  public void finish() throws IOException {
    channel.writeIntLittleEndian(CONTINUATION);
    channel.writeIntLittleEndian(0);
    long start = channel.getCurrentPosition();
    channel.write(new ArrowFooter(schema, List.of(), blocks, schema.getCustomMetadata()), false);
    channel.writeIntLittleEndian(Math.toIntExact(channel.getCurrentPosition() - start));
    channel.write(MAGIC);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
