package io.tapedeck.lake.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that rows are exported to. */
public enum ExportFormat {
  /** Arrow IPC file: decimals as decimal128, times in nanoseconds as int64. */
  ARROW("arrow", "ipc"),
  /** Feather version 2, which is the Arrow IPC file by another name. */
  FEATHER("feather"),
  /** One Parquet file, compressed by zstd. */
  PARQUET("parquet"),
  /** Text as RFC 4180 says, in UTF-8, with exact decimals; null is nothing, no text is "". */
  CSV("csv");

  private final List<String> extensions;

  ExportFormat(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** The format that a file name ends with. */
  public static Optional<ExportFormat> ofName(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.extensions.stream().anyMatch(end -> lower.endsWith("." + end)))
        .findFirst();
  }

  /** Whether it is made of record batches. */
  public boolean isArrow() {
    return this == ARROW || this == FEATHER;
  }
}
