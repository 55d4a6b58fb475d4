package io.tapedeck.lake.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads LZ4 frames, also those whose blocks refer back to each other, as Arrow's C++ writes them
 * and the Java libraries on Spark's path do not read, or read slowly. Checksums are passed over.
 *
 * <p>Source: LZ4 Frame Format 1.6.1 and LZ4 Block Format, github.com/lz4/lz4/tree/dev/doc.
 */
final class Lz4Frame {
  private static final int MAGIC = 0x184D2204;
  private static final int CHECKS_BLOCKS = 0x10;
  private static final int HAS_SIZE = 0x08;
  private static final int CHECKS_CONTENT = 0x04;
  private static final int HAS_DICTIONARY = 0x01;
  private static final int STORED_PLAIN = 0x80000000;
  private static final int MIN_MATCH = 4;

  private final ByteBuffer in;
  private final ByteBuffer out;

  private Lz4Frame(ByteBuffer in, ByteBuffer out) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    this.out = out;
  }

  /**
   * Expands frames until the input ends.
   *
   * @throws IllegalArgumentException if the bytes are no frames or do not fill the output exactly
   * @throws RuntimeException of buffers, for bytes that point outside of them
   */
  static void expand(ByteBuffer in, ByteBuffer out) {
    Lz4Frame frame = new Lz4Frame(in, out);
    while (in.hasRemaining()) {
      frame.readFrame();
    }
    if (out.hasRemaining()) {
      throw new IllegalArgumentException(out.remaining() + " bytes are missing from an LZ4 frame");
    }
  }

  private void readFrame() {
    if (in.getInt() != MAGIC) {
      throw new IllegalArgumentException("a buffer is no LZ4 frame");
    }
    int flags = in.get();
    int skipped = 1; // the descriptor of blocks; then what the flags say, then a checksum
    skipped += (flags & HAS_SIZE) == 0 ? 0 : Long.BYTES;
    skipped += (flags & HAS_DICTIONARY) == 0 ? 0 : Integer.BYTES;
    in.position(in.position() + skipped + 1);
    int size = in.getInt();
    while (size != 0) {
      int bytes = size & ~STORED_PLAIN;
      if (size < 0) {
        copy(bytes);
      } else {
        readBlock(in.position() + bytes);
      }
      skip((flags & CHECKS_BLOCKS) == 0 ? 0 : Integer.BYTES);
      size = in.getInt();
    }
    skip((flags & CHECKS_CONTENT) == 0 ? 0 : Integer.BYTES);
  }

  private void readBlock(int end) {
    while (in.position() < end) {
      int token = in.get() & 0xff;
      copy(length(token >>> 4));
      if (in.position() < end) { // the last sequence is literals only
        int distance = in.getShort() & 0xffff;
        repeat(distance, length(token & 0xf) + MIN_MATCH);
      }
    }
  }

  private int length(int nibble) {
    int length = nibble;
    if (nibble == 0xf) {
      int more = 0xff;
      while (more == 0xff) {
        more = in.get() & 0xff;
        length = Math.addExact(length, more);
      }
    }
    return length;
  }

  private void copy(int length) {
    out.put(out.position(), in, in.position(), length);
    skip(length);
    out.position(out.position() + length);
  }

  /** Copies what stands some bytes back; where that reaches into itself, it repeats. */
  private void repeat(int distance, int length) {
    int to = out.position();
    int from = to - distance;
    if (distance == 0 || from < 0) {
      throw new IllegalArgumentException("an LZ4 block refers to " + distance + " bytes back");
    }
    if (distance >= length) {
      out.put(to, out, from, length);
    } else {
      for (int i = 0; i < length; i++) {
        out.put(to + i, out.get(from + i));
      }
    }
    out.position(to + length);
  }

  private void skip(int bytes) {
    in.position(in.position() + bytes);
  }
}
