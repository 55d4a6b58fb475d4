package io.tapedeck.lake.arrow;

import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/** The codecs that buffers are read with: our own for LZ4, Arrow's for the others. */
final class ArrowCodecs implements CompressionCodec.Factory {
  static final ArrowCodecs FACTORY = new ArrowCodecs();

  private ArrowCodecs() {}

  @Override
  public CompressionCodec createCodec(CodecType type) {
    return type == CodecType.LZ4_FRAME
        ? new Lz4Codec()
        : CommonsCompressionFactory.INSTANCE.createCodec(type);
  }

  @Override
  public CompressionCodec createCodec(CodecType type, int level) {
    return createCodec(type);
  }
}
