package io.tapedeck.lake.table;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/**
 * The digest of a row: SHA-256 over its columns in the table's order, but those it is partitioned
 * by and the name of its source file.
 *
 * <p>A null is a byte 0, any other value a byte 1 and then: an integer, date or double as 8 bytes
 * big-endian (a date in days since the epoch, a double by its bits); text as its length in 4 bytes
 * and UTF-8; a decimal as its unscaled value, in 8 bytes up to 18 digits, beyond as length and
 * two's complement.
 */
final class RowDigest implements Serializable {
  private final int[] ordinals;
  private final DataType[] types;

  RowDigest(LakeTable table) {
    StructType schema = table.schema();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      String name = schema.fields()[i].name();
      if (!table.partitionColumns().contains(name) && !name.equals(Columns.SOURCE_FILE)) {
        kept.add(i);
      }
    }
    ordinals = kept.stream().mapToInt(Integer::intValue).toArray();
    types = kept.stream().map(i -> schema.fields()[i].dataType()).toArray(DataType[]::new);
  }

  /** A digester for one thread. */
  Digester digester() {
    return new Digester();
  }

  /** Digests rows one after the other; not thread-safe. */
  final class Digester {
    private final MessageDigest sha = sha256();
    private final Buffer bytes = new Buffer();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** The digest of a row that has all columns of the table in its order. */
    byte[] digest(InternalRow row) {
      try {
        bytes.reset();
        for (int i = 0; i < ordinals.length; i++) {
          write(row, ordinals[i], types[i]);
        }
        bytes.update(sha);
        return sha.digest();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(InternalRow row, int ordinal, DataType type) throws IOException {
      if (row.isNullAt(ordinal)) {
        out.writeByte(0);
        return;
      }
      out.writeByte(1);
      if (type instanceof LongType) {
        out.writeLong(row.getLong(ordinal));
      } else if (type instanceof DecimalType decimal) {
        writeDecimal(row, ordinal, decimal);
      } else if (type instanceof StringType) {
        writeBytes(row.getUTF8String(ordinal).getBytes());
      } else if (type instanceof ByteType) {
        out.writeLong(row.getByte(ordinal));
      } else if (type instanceof DateType) {
        out.writeLong(row.getInt(ordinal));
      } else if (type instanceof DoubleType) {
        out.writeLong(Double.doubleToLongBits(row.getDouble(ordinal)));
      } else {
        throw new IllegalArgumentException("a column of type " + type + " has no canonical bytes");
      }
    }

    private void writeDecimal(InternalRow row, int ordinal, DecimalType type) throws IOException {
      if (type.precision() <= 18) {
        out.writeLong(row.getDecimal(ordinal, type.precision(), type.scale()).toUnscaledLong());
        return;
      }
      BigInteger unscaled =
          row.getDecimal(ordinal, type.precision(), type.scale())
              .toJavaBigDecimal()
              .setScale(type.scale())
              .unscaledValue();
      writeBytes(unscaled.toByteArray());
    }

    private void writeBytes(byte[] value) throws IOException {
      out.writeInt(value.length);
      out.write(value);
    }
  }

  /** Lets a digest read the buffer without copying it. */
  private static final class Buffer extends ByteArrayOutputStream {
    void update(MessageDigest sha) {
      sha.update(buf, 0, count);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** The digest of a text, for tests. */
  static byte[] ofText(String text) {
    return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
