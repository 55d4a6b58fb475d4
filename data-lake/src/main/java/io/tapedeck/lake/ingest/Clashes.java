package io.tapedeck.lake.ingest;

import java.util.HashMap;
import java.util.Map;

/** Finds files whose rows would bear the same sequence numbers as those of another file. */
final class Clashes {
  private final SourceFormat format;
  private final Map<String, String> fileByPlace = new HashMap<>();

  Clashes(SourceFormat format, IngestLog log) {
    this.format = format;
    for (IngestLog.Entry entry : log.all()) {
      if (entry.counts().kept() > 0) {
        claim(new SourceFile(entry.file(), entry.file(), entry.bytes()));
      }
    }
  }

  /** What is wrong with taking this file; null if nothing is. */
  String problemOf(FileVerdict verdict) {
    if (format.hasIdentity()) {
      return null;
    }
    String other = claim(verdict.file());
    return other == null
        ? null
        : "its rows would be numbered like those of "
            + other
            + ", which has the same date or place; put both into one file";
  }

  /** The other file that has the same place, if there is one. */
  private String claim(SourceFile file) {
    try {
      FileShape shape = format.shape(file);
      String place = shape.table() + " " + shape.ordinal() + " " + shape.context();
      String first = fileByPlace.putIfAbsent(place, file.logicalName());
      return first == null || first.equals(file.logicalName()) ? null : first;
    } catch (RefusedFileException e) {
      return null;
    }
  }
}
