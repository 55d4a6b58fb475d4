package io.tapedeck.lake.arrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ReadChannel;

/**
 * The messages of an Arrow file: of a stream as they follow each other, of an IPC file as its
 * footer lists them, dictionaries first.
 *
 * <p>Lengths are checked before memory is asked for, and the end must be marked: a file that its
 * writer did not close, or that was cut off, is told from a whole one.
 */
abstract class IpcMessages implements AutoCloseable {
  static final int PREFIX_BYTES = 8; // the continuation mark and the length of the metadata
  private static final int MAX_METADATA_BYTES = 64 << 20;
  private static final byte[] FEATHER_1 = "FEA1".getBytes(StandardCharsets.US_ASCII);

  final SeekableByteChannel channel;
  private final long maxBodyBytes;

  IpcMessages(SeekableByteChannel channel, long maxBodyBytes) {
    this.channel = channel;
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * Begins to read.
   *
   * @param channel at its beginning; closed with this
   * @throws ArrowFileException if the first bytes are of something else
   */
  static IpcMessages open(SeekableByteChannel channel, long maxBodyBytes)
      throws IOException, ArrowFileException {
    ByteBuffer head = ByteBuffer.allocate(PREFIX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int read = new ReadChannel(channel).readFully(head);
    if (startsWith(head.array(), ArrowFile.MAGIC)) {
      return IpcFile.open(channel, maxBodyBytes);
    }
    if (startsWith(head.array(), FEATHER_1)) {
      throw ArrowFileException.notArrow("this is Feather version 1: write version 2");
    }
    if (read < PREFIX_BYTES || head.getInt(0) != ArrowFile.CONTINUATION) {
      throw ArrowFileException.notArrow(
          "neither an Arrow IPC file nor an Arrow IPC stream, by its first bytes");
    }
    channel.position(0);
    return IpcStream.open(channel, maxBodyBytes);
  }

  /** The schema. */
  abstract Schema schema();

  /**
   * Reads the metadata of the next message behind the schema; its body must be read before the one
   * after it.
   *
   * @return null at the marked end
   */
  abstract Message next() throws IOException, ArrowFileException;

  /** Reads the body of the message; to be closed by the caller. */
  abstract ArrowBuf body(BufferAllocator allocator) throws IOException, ArrowFileException;

  /** Bytes from the beginning to where the channel stands. */
  long bytesRead() {
    try {
      return channel.position();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("an open file has no position", e);
    }
  }

  /** A message's metadata, of a length that was read. */
  Message metadata(int length) throws IOException, ArrowFileException {
    if (length < 0 || length > MAX_METADATA_BYTES) {
      throw ArrowFileException.damaged("a message of " + length + " bytes", null);
    }
    return Message.getRootAsMessage(bytes(length));
  }

  /** A message's body, of a length that was read. */
  ArrowBuf body(long length, BufferAllocator allocator) throws IOException, ArrowFileException {
    if (length < 0 || length > channel.size()) {
      throw ArrowFileException.damaged("a body of " + length + " bytes", null);
    }
    if (length > maxBodyBytes) {
      throw ArrowFileException.tooLarge(maxBodyBytes, null);
    }
    ArrowBuf body = allocator.buffer(length);
    try {
      if (new ReadChannel(channel).readFully(body, length) == length) {
        return body;
      }
      throw ArrowFileException.damaged("it ends within a message", null);
    } catch (IOException | ArrowFileException | RuntimeException e) {
      body.close();
      throw e;
    }
  }

  /** The next bytes, little-endian. */
  ByteBuffer bytes(int length) throws IOException, ArrowFileException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    if (new ReadChannel(channel).readFully(bytes) < length) {
      throw ArrowFileException.damaged("it ends without its end mark", null);
    }
    return bytes.rewind().order(ByteOrder.LITTLE_ENDIAN);
  }

  static boolean startsWith(byte[] bytes, byte[] word) {
    return bytes.length >= word.length
        && Arrays.equals(bytes, 0, word.length, word, 0, word.length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
