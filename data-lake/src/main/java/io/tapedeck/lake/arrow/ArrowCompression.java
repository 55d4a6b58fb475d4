package io.tapedeck.lake.arrow;

import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/** How the buffers of a record batch are compressed. */
public enum ArrowCompression {
  /** As they are: any reader takes them, and maps them into memory without a copy. */
  NONE(null),
  /** LZ4 frames. */
  LZ4(CodecType.LZ4_FRAME),
  /** Zstandard, level 3. */
  ZSTD(CodecType.ZSTD);

  private final CodecType type;

  ArrowCompression(CodecType type) {
    this.type = type;
  }

  /** The name in the file's messages; empty for none. */
  Optional<CodecType> type() {
    return Optional.ofNullable(type);
  }

  CompressionCodec codec() {
    return type == null
        ? NoCompressionCodec.INSTANCE
        : CommonsCompressionFactory.INSTANCE.createCodec(type);
  }
}
