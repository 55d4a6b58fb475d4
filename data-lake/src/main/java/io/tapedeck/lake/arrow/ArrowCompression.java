package io.tapedeck.lake.arrow;

import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/** How the buffers of a record batch are compressed. */
public enum ArrowCompression {
  /** As they are: any reader takes them, and maps them into memory without a copy. */
  NONE,
  /** LZ4 frames. */
  LZ4,
  /** Zstandard, level 3. */
  ZSTD;

  CompressionCodec codec() {
    return switch (this) {
      case NONE -> NoCompressionCodec.INSTANCE;
      case LZ4 -> new FastLz4Codec();
      case ZSTD -> CommonsCompressionFactory.INSTANCE.createCodec(CodecType.ZSTD);
    };
  }
}
