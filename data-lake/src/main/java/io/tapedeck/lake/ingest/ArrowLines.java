package io.tapedeck.lake.ingest;

import io.tapedeck.lake.arrow.ArrowCells;
import io.tapedeck.lake.arrow.ArrowColumn;
import io.tapedeck.lake.arrow.ArrowFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an Arrow file as lines whose fields are its cells, so that they are judged like those
 * of a CSV. The line of names is number 0, so that a row has its own number, from 1.
 */
final class ArrowLines implements LineSource {
  private final SeekableSource raw;
  private final ArrowColumns wanted;
  private final List<Integer> columns = new ArrayList<>();
  private ArrowCells cells; // null before the first line
  private long number;

  ArrowLines(SeekableSource raw, ArrowColumns wanted) {
    this.raw = raw;
    this.wanted = wanted;
  }

  @Override
  public boolean next(Line line) throws RefusedFileException {
    try {
      if (cells == null) {
        cells = ArrowCells.open(raw, ArrowCells.DEFAULT_LIMIT);
        header(line);
        return true;
      }
      boolean more = cells.next();
      if (more) {
        row(line);
      }
      return more;
    } catch (ArrowFileException e) {
      throw new RefusedFileException(
          e.isTooLarge() ? RefusalReason.UNSAFE_ARCHIVE : RefusalReason.DAMAGED, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read an Arrow file", e);
    }
  }

  @Override
  public long bytesRead() {
    return cells == null ? 0 : cells.bytesRead();
  }

  private void header(Line line) throws RefusedFileException {
    line.begin(0);
    for (int i = 0; i < cells.columns().size(); i++) {
      ArrowColumn column = cells.columns().get(i);
      if (wanted.has(column.name())) {
        wanted.require(column);
        columns.add(i);
        line.cell(column.name().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void row(Line line) throws ArrowFileException {
    line.begin(++number);
    for (int column : columns) {
      byte[] text = cells.text(column);
      line.cell(text == null ? new byte[0] : text);
    }
  }

  @Override
  public void close() {
    try {
      if (cells == null) {
        raw.close();
      } else {
        cells.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a source file", e);
    }
  }
}
