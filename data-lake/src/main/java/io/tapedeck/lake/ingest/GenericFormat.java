package io.tapedeck.lake.ingest;

import io.tapedeck.lake.table.LakeTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any CSV, read by a mapping. */
final class GenericFormat extends SourceFormat {
  private final GenericMapping mapping;

  GenericFormat(GenericMapping mapping) {
    this.mapping = mapping;
  }

  GenericMapping mapping() {
    return mapping;
  }

  @Override
  public String name() {
    return mapping.name();
  }

  @Override
  public String description() {
    return mapping.table().folder() + " by the mapping " + mapping.name();
  }

  @Override
  String fingerprint() {
    int version = mapping.table() == LakeTable.BARS ? 2 : 1; // 2: bars close with their session
    return "generic " + version + " " + mapping;
  }

  @Override
  boolean hasIdentity() {
    return mapping.columns().containsKey("seq") || mapping.table() == LakeTable.BARS;
  }

  @Override
  InstrumentDefaults defaults(String symbol) {
    return mapping.instrument();
  }

  @Override
  FileShape shape(SourceFile file) throws RefusedFileException {
    String symbol = symbolOf(file);
    LocalDate date = dateOf(file);
    boolean isDated = date != null && symbol != null && date.getYear() >= 1970;
    return new FileShape(
        mapping.table(),
        isDated ? date.toEpochDay() : Ordinals.ofName(file.logicalName()),
        mapping.table().folder() + symbol + date);
  }

  @Override
  RowParser parser(SourceFile file, IntakePlan plan) throws RefusedFileException {
    return new GenericParser(mapping, shape(file), symbolOf(file), dateOf(file), plan);
  }

  /** The symbol of all rows of a file; null if a column says it. */
  private String symbolOf(SourceFile file) throws RefusedFileException {
    if (mapping.symbol().filePattern() != null) {
      return match(mapping.symbol().filePattern(), file, "symbol");
    }
    return mapping.symbol().constant();
  }

  /** The date of all rows of a file; null if it is not its name that says it. */
  private LocalDate dateOf(SourceFile file) throws RefusedFileException {
    if (mapping.date() == null || mapping.date().filePattern() == null) {
      return null;
    }
    String text = match(mapping.date().filePattern(), file, "date");
    try {
      return LocalDate.parse(
          text, DateTimeFormatter.ofPattern(mapping.date().pattern(), Locale.ROOT));
    } catch (DateTimeException e) {
      throw new RefusedFileException(
          RefusalReason.WRONG_NAME,
          "the date in its name, " + text + ", is not written " + mapping.date().pattern());
    }
  }

  private static String match(String pattern, SourceFile file, String what)
      throws RefusedFileException {
    Matcher matcher = Pattern.compile(pattern).matcher(file.logicalName());
    if (!matcher.find()) {
      throw new RefusedFileException(
          RefusalReason.WRONG_NAME,
          "its name does not say its " + what + ": " + pattern + " does not match");
    }
    return matcher.group(1);
  }
}
