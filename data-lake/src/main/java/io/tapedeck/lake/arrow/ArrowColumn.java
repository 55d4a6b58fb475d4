package io.tapedeck.lake.arrow;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;

/** A column of an Arrow file. */
public final class ArrowColumn {
  private final Field declared;
  private final FieldVector vector;
  private final CellText cells; // null where there is no text
  private final List<byte[]> dictionary = new ArrayList<>();

  /**
   * A column.
   *
   * @param declared as the file declares it: with the type of its values, encoded or not
   * @param vector as it lies in memory: of indices where it is encoded
   */
  ArrowColumn(Field declared, FieldVector vector) {
    this.declared = declared;
    this.vector = vector;
    boolean hasText = kind() != CellKind.OTHER && kind() != CellKind.NOTHING;
    cells = hasText ? CellText.of(vector) : null;
  }

  public String name() {
    return declared.getName();
  }

  /** What its values are, whether or not they are encoded by a dictionary. */
  public CellKind kind() {
    return CellKind.of(declared.getType());
  }

  /** Its type in Arrow's words. */
  public String type() {
    return (isEncoded() ? "dictionary of " : "") + declared.getType();
  }

  byte[] text(int row) {
    if (cells == null || vector.isNull(row)) {
      return null;
    }
    return isEncoded()
        ? dictionary.get(Math.toIntExact(((BaseIntVector) vector).getValueAsLong(row)))
        : cells.of(row);
  }

  /** Learns the values of a dictionary, if it is its own; a delta comes after those it has. */
  void take(DictionaryEncoding encoding, FieldVector values, boolean isDelta) {
    if (!isEncoded() || declared.getDictionary().getId() != encoding.getId() || cells == null) {
      return;
    }
    if (!isDelta) {
      dictionary.clear();
    }
    CellText texts = CellText.of(values);
    for (int i = 0; i < values.getValueCount(); i++) {
      dictionary.add(values.isNull(i) ? null : texts.of(i));
    }
  }

  private boolean isEncoded() {
    return declared.getDictionary() != null;
  }
}
