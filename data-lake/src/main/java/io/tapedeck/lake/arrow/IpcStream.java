package io.tapedeck.lake.arrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** The messages of an IPC stream, one after the other, up to its end mark. */
final class IpcStream extends IpcMessages {
  private Schema schema;
  private Message message;

  private IpcStream(SeekableByteChannel channel, long maxBodyBytes) {
    super(channel, maxBodyBytes);
  }

  static IpcStream open(SeekableByteChannel channel, long maxBodyBytes)
      throws IOException, ArrowFileException {
    IpcStream stream = new IpcStream(channel, maxBodyBytes);
    Message first = stream.next();
    if (first == null || first.headerType() != MessageHeader.Schema) {
      throw ArrowFileException.damaged("it does not begin with a schema", null);
    }
    stream.schema = (Schema) first.header(new Schema());
    return stream;
  }

  @Override
  Schema schema() {
    return schema;
  }

  @Override
  Message next() throws IOException, ArrowFileException {
    ByteBuffer prefix = bytes(PREFIX_BYTES);
    if (prefix.getInt() != ArrowFile.CONTINUATION) {
      throw ArrowFileException.damaged("no message where one should begin", null);
    }
    int length = prefix.getInt();
    if (length == 0) {
      long after = channel.size() - channel.position();
      if (after > 0) {
        throw ArrowFileException.damaged(after + " bytes follow the end of its stream", null);
      }
      return null;
    }
    message = metadata(length);
    return message;
  }

  @Override
  ArrowBuf body(BufferAllocator allocator) throws IOException, ArrowFileException {
    return body(message.bodyLength(), allocator);
  }
}
