package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** A file of one of Hadoop's file systems as a channel with a position; read-only. */
final class SeekableSource implements SeekableByteChannel {
  private static final int CHUNK_BYTES = 1 << 16;

  private final FSDataInputStream in;
  private final long size;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private boolean closed;

  /**
   * A channel over an open file.
   *
   * @param in closed with this
   * @param size length of the file, in bytes
   */
  SeekableSource(FSDataInputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    int read = in.read(chunk, 0, Math.min(chunk.length, to.remaining()));
    if (read > 0) {
      to.put(chunk, 0, read);
    }
    return read;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    if (position != in.getPos()) {
      in.seek(position);
    }
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    in.close();
  }
}
