package io.tapedeck.lake.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.AbstractCompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;

/**
 * LZ4 frames, made by the library that Spark itself compresses with. Arrow's own codec is plain
 * Java that took minutes for a hundred megabytes.
 */
final class Lz4Codec extends AbstractCompressionCodec {
  private static final long HEADER = CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;

  /** Arrow's Java writes nothing for an empty buffer, where its C++ insists on a whole frame. */
  @Override
  public ArrowBuf compress(BufferAllocator allocator, ArrowBuf plain) {
    if (plain.writerIndex() > 0) {
      return super.compress(allocator, plain);
    }
    plain.close();
    ArrowBuf stored = allocator.buffer(HEADER);
    writeUncompressedLength(stored, CompressionUtil.NO_COMPRESSION_LENGTH);
    stored.writerIndex(HEADER);
    return stored;
  }

  @Override
  protected ArrowBuf doCompress(BufferAllocator allocator, ArrowBuf plain) {
    byte[] bytes = new byte[Math.toIntExact(plain.writerIndex())];
    plain.getBytes(0, bytes);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    try (LZ4FrameOutputStream out = new LZ4FrameOutputStream(frame)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer cannot be compressed in memory", e);
    }
    ArrowBuf compressed = allocator.buffer(HEADER + frame.size());
    compressed.setBytes(HEADER, frame.toByteArray());
    compressed.writerIndex(HEADER + frame.size());
    return compressed;
  }

  @Override
  protected ArrowBuf doDecompress(BufferAllocator allocator, ArrowBuf compressed) {
    int length = Math.toIntExact(readUncompressedLength(compressed));
    int frameBytes = Math.toIntExact(compressed.writerIndex() - HEADER);
    ArrowBuf plain = allocator.buffer(length);
    try {
      Lz4Frame.expand(compressed.nioBuffer(HEADER, frameBytes), plain.nioBuffer(0, length));
      plain.writerIndex(length);
      return plain;
    } catch (RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  @Override
  public CompressionUtil.CodecType getCodecType() {
    return CompressionUtil.CodecType.LZ4_FRAME;
  }
}
