package io.tapedeck.lake.arrow;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.DictionaryUtility;

/**
 * The cells of an Arrow IPC file or stream as text, row by row from front to back; dictionaries are
 * looked up. One batch is in memory at a time, within a limit.
 *
 * <p>Not thread-safe. After an exception it can only be closed.
 */
public final class ArrowCells implements AutoCloseable {
  /** Most memory that the vectors of a file may take, in bytes: 512 MiB. */
  public static final long DEFAULT_LIMIT = 512L << 20;

  private final SeekableByteChannel file;
  private final BufferAllocator allocator;
  private final long limit;
  private final List<ArrowColumn> columns = new ArrayList<>();
  private final Map<Long, Dictionary> dictionaries = new TreeMap<>();
  private IpcMessages messages;
  private VectorSchemaRoot root;
  private int row = -1;
  private boolean isBroken;

  private ArrowCells(SeekableByteChannel file, long limit) {
    this.file = file;
    this.limit = limit;
    allocator = new RootAllocator(limit);
  }

  /**
   * Opens a file and reads its schema.
   *
   * @param file at its beginning; closed with this, left open if this throws
   * @param limit most memory for vectors, in bytes
   */
  public static ArrowCells open(SeekableByteChannel file, long limit)
      throws IOException, ArrowFileException {
    ArrowCells cells = new ArrowCells(file, limit);
    try {
      cells.guarded(cells::readSchema);
      return cells;
    } catch (IOException | ArrowFileException e) {
      cells.release();
      throw e;
    }
  }

  /** The columns, in their order. */
  public List<ArrowColumn> columns() {
    return columns;
  }

  /** Bytes of the file read so far. */
  public long bytesRead() {
    return messages.bytesRead();
  }

  /**
   * Moves to the next row.
   *
   * @return false at the end, when the file is known to be whole
   */
  public boolean next() throws IOException, ArrowFileException {
    row++;
    while (root.getRowCount() <= row) {
      if (!guarded(this::readBatch)) {
        return false;
      }
      row = 0;
    }
    return true;
  }

  /** The text of a cell of this row; null for null. */
  public byte[] text(int column) throws ArrowFileException {
    try {
      return columns.get(column).text(row);
    } catch (RuntimeException e) {
      throw broken(e);
    }
  }

  /** A step that may fail on what a file holds. */
  private interface Step {
    boolean take() throws IOException, ArrowFileException;
  }

  private boolean guarded(Step step) throws IOException, ArrowFileException {
    try {
      return step.take();
    } catch (OutOfMemoryException e) {
      isBroken = true;
      throw ArrowFileException.tooLarge(limit, e);
    } catch (
        RuntimeException e) { // whatever a reader trips over in bytes that contradict each other
      throw broken(e);
    }
  }

  private ArrowFileException broken(Exception e) {
    isBroken = true;
    return ArrowFileException.damaged(String.valueOf(e.getMessage()), e);
  }

  private boolean readSchema() throws IOException, ArrowFileException {
    messages = IpcMessages.open(file, limit);
    if (messages.schema().endianness() != Endianness.Little) {
      throw ArrowFileException.notArrow("its numbers are big-endian: write them little-endian");
    }
    List<Field> fields = new ArrayList<>();
    List<Field> declared = Schema.convertSchema(messages.schema()).getFields();
    for (Field field : declared) {
      fields.add(DictionaryUtility.toMemoryFormat(field, allocator, dictionaries));
    }
    root = VectorSchemaRoot.create(new Schema(fields), allocator);
    for (int i = 0; i < declared.size(); i++) {
      columns.add(new ArrowColumn(declared.get(i), root.getVector(i)));
    }
    return true;
  }

  /** Reads up to the next record batch; false at the end. */
  private boolean readBatch() throws IOException, ArrowFileException {
    Message message = messages.next();
    while (message != null && message.headerType() != MessageHeader.RecordBatch) {
      if (message.headerType() != MessageHeader.DictionaryBatch) {
        throw ArrowFileException.damaged("a message of type " + message.headerType(), null);
      }
      readDictionary(message);
      message = messages.next();
    }
    root.clear();
    if (message == null) {
      return false;
    }
    try (ArrowRecordBatch batch = parsed(message, MessageSerializer::deserializeRecordBatch)) {
      new VectorLoader(root, ArrowCodecs.FACTORY).load(batch);
    }
    return true;
  }

  private void readDictionary(Message message) throws IOException, ArrowFileException {
    try (ArrowDictionaryBatch batch =
        parsed(message, MessageSerializer::deserializeDictionaryBatch)) {
      Dictionary dictionary = dictionaries.get(batch.getDictionaryId());
      if (dictionary == null) {
        throw ArrowFileException.damaged(
            "a dictionary " + batch.getDictionaryId() + " that no column has", null);
      }
      FieldVector values = dictionary.getVector();
      values.clear();
      try (VectorSchemaRoot one =
          new VectorSchemaRoot(List.of(values.getField()), List.of(values), 0)) {
        new VectorLoader(one, ArrowCodecs.FACTORY).load(batch.getDictionary());
        for (ArrowColumn column : columns) {
          column.take(dictionary.getEncoding(), values, batch.isDelta());
        }
      }
    }
  }

  /** Takes a body apart by what the metadata says of it. */
  private interface Parser<T> {
    T parse(Message message, ArrowBuf body) throws IOException;
  }

  private <T> T parsed(Message message, Parser<T> parser) throws IOException, ArrowFileException {
    ArrowBuf body = messages.body(allocator);
    try {
      return parser.parse(message, body);
    } catch (IOException | RuntimeException e) { // nothing is read here but what is in memory
      body.getReferenceManager().release(body.refCnt());
      throw broken(e);
    }
  }

  private void release() {
    if (root != null) {
      root.close();
    }
    dictionaries.values().forEach(dictionary -> dictionary.getVector().close());
    try {
      allocator.close();
    } catch (IllegalStateException stillHeld) {
      if (!isBroken) { // a batch that broke half-way may leave buffers that nobody knows
        throw stillHeld;
      }
    }
  }

  @Override
  public void close() throws IOException {
    release();
    file.close();
  }
}
