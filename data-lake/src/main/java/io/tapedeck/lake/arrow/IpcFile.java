package io.tapedeck.lake.arrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/**
 * The messages of an IPC file in the order of its footer. What stands before the footer is not read
 * as a stream: not all writers put the schema there in a stream's way.
 */
final class IpcFile extends IpcMessages {
  private static final int TAIL_BYTES = Integer.BYTES + ArrowFile.MAGIC.length;

  private static final int BLOCK_BYTES = 24; // of an entry of the footer

  private final Footer footer;
  private final Iterator<Block> blocks;
  private Block block;

  private IpcFile(SeekableByteChannel channel, long maxBodyBytes, Footer footer) {
    super(channel, maxBodyBytes);
    this.footer = footer;
    List<Block> listed = new ArrayList<>();
    for (int i = 0; i < footer.dictionariesLength(); i++) {
      listed.add(footer.dictionaries(i));
    }
    for (int i = 0; i < footer.recordBatchesLength(); i++) {
      listed.add(footer.recordBatches(i));
    }
    blocks = listed.iterator();
  }

  static IpcFile open(SeekableByteChannel channel, long maxBodyBytes)
      throws IOException, ArrowFileException {
    long end = channel.size() - TAIL_BYTES;
    if (end < PREFIX_BYTES) {
      throw noFooter();
    }
    channel.position(end);
    ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    readWhole(channel, tail);
    byte[] magic = new byte[ArrowFile.MAGIC.length];
    tail.get(Integer.BYTES, magic);
    int length = tail.getInt(0);
    if (!startsWith(magic, ArrowFile.MAGIC) || length <= 0 || length > end - PREFIX_BYTES) {
      throw noFooter();
    }
    channel.position(end - length);
    ByteBuffer footer = ByteBuffer.allocate(length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    readWhole(channel, footer);
    Footer read = Footer.getRootAsFooter(footer.rewind());
    long listed = (long) read.dictionariesLength() + read.recordBatchesLength();
    if (listed < 0 || listed > length / BLOCK_BYTES) {
      throw ArrowFileException.damaged("a footer of " + length + " bytes lists too much", null);
    }
    return new IpcFile(channel, maxBodyBytes, read);
  }

  @Override
  Schema schema() {
    return footer.schema();
  }

  @Override
  Message next() throws IOException, ArrowFileException {
    if (!blocks.hasNext()) {
      channel.position(channel.size());
      return null;
    }
    block = blocks.next();
    channel.position(block.offset());
    int first = bytes(Integer.BYTES).getInt();
    boolean isMarked = first == ArrowFile.CONTINUATION; // unmarked before Arrow 0.15
    return metadata(isMarked ? bytes(Integer.BYTES).getInt() : first);
  }

  @Override
  ArrowBuf body(BufferAllocator allocator) throws IOException, ArrowFileException {
    channel.position(block.offset() + block.metaDataLength());
    return body(block.bodyLength(), allocator);
  }

  private static void readWhole(SeekableByteChannel channel, ByteBuffer bytes)
      throws IOException, ArrowFileException {
    if (new org.apache.arrow.vector.ipc.ReadChannel(channel).readFully(bytes) < bytes.capacity()) {
      throw noFooter();
    }
  }

  private static ArrowFileException noFooter() {
    return ArrowFileException.damaged(
        "it has no footer, as if it had been cut off or its writer not closed", null);
  }
}
