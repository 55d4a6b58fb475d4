package io.tapedeck.lake.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

class Lz4FrameTest {
  @Test
  void aBlockMayReferToTheBlockBeforeIt() {
    // magic; flags 40 = version 1, linked blocks, nothing else; blocks of 64 KB; header's checksum
    String header = "04224d18" + "40" + "40" + "c0";
    // 9 bytes: eight literals
    String first = "09000000" + "80" + "6162636465666768";
    // 5 bytes: no literals, 4 + 4 bytes from 8 back; then one literal
    String second = "05000000" + "04" + "0800" + "10" + "7a";

    assertThat(expanded(header + first + second + "00000000", 17)).isEqualTo("abcdefghabcdefghz");
  }

  @Test
  void aMatchThatReachesIntoItselfRepeats() {
    // one literal, then 15 + 0 + 4 = 19 bytes from 1 back, then one literal
    String block = "07000000" + "1f" + "61" + "0100" + "00" + "10" + "62";

    assertThat(expanded("04224d18" + "4040c0" + block + "00000000", 21))
        .isEqualTo("a".repeat(20) + "b");
  }

  @Test
  void framesOfAnotherWriterExpandToWhatWentIn() throws IOException {
    Random random = new Random(5);
    byte[] plain = new byte[300_000]; // five blocks of 64 KB
    for (int i = 0; i < plain.length; i++) {
      plain[i] = i % 3 == 0 || i < 100 ? (byte) random.nextInt() : plain[i - 100];
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    try (LZ4FrameOutputStream out =
        new LZ4FrameOutputStream(frame, LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB)) {
      out.write(plain);
    }
    ByteBuffer expanded = ByteBuffer.allocate(plain.length);

    Lz4Frame.expand(ByteBuffer.wrap(frame.toByteArray()), expanded);

    assertThat(expanded.array()).isEqualTo(plain);
  }

  @Test
  void whatIsNoFrameOrDoesNotFillTheBufferIsRefused() {
    String block = "04224d18" + "4040c0" + "02000000" + "10" + "61" + "00000000";

    assertThat(expanded(block, 1)).isEqualTo("a");
    assertThatThrownBy(() -> expanded(block, 2)).hasMessageContaining("1 bytes are missing");
    assertThatThrownBy(() -> expanded(block, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> expanded("00112233", 1)).hasMessageContaining("no LZ4 frame");
    assertThatThrownBy(
            () -> expanded("04224d18" + "4040c0" + "04000000" + "10" + "61" + "0200" + "00", 9))
        .hasMessageContaining("refers to 2 bytes back"); // only one byte is there
  }

  @Test
  void anEmptyBufferIsStoredPlainBecauseArrowsCppTakesNoEmptyFrame() {
    try (BufferAllocator allocator = new RootAllocator();
        ArrowBuf stored = new Lz4Codec().compress(allocator, allocator.buffer(0))) {
      assertThat(stored.writerIndex()).isEqualTo(Long.BYTES);
      assertThat(stored.getLong(0)).isEqualTo(-1); // "not compressed", in the format's words
    }
  }

  private static String expanded(String hex, int length) {
    ByteBuffer out = ByteBuffer.allocate(length);
    Lz4Frame.expand(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), out);
    return new String(out.array(), StandardCharsets.US_ASCII);
  }
}
