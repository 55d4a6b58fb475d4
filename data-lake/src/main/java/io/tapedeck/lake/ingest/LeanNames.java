package io.tapedeck.lake.ingest;

import io.tapedeck.lake.table.LakeTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in LEAN's layout: {@code SYMBOL/YYYYMMDD_trade.zip}, {@code SYMBOL/YYYYMMDD_quote.zip}.
 *
 * @param symbol given one, or null to take the folder's name
 */
record LeanNames(String symbol) implements java.io.Serializable {
  private static final Pattern NAME =
      Pattern.compile("(\\d{8})_(trade|quote)\\.(zip|csv|csv\\.gz)", Pattern.CASE_INSENSITIVE);

  /** The symbol of a file's rows. */
  String symbolOf(SourceFile file) throws RefusedFileException {
    String name = symbol == null ? file.folderName().toUpperCase(Locale.ROOT) : symbol;
    if (name.isBlank()) {
      throw new RefusedFileException(
          RefusalReason.WRONG_NAME, "lies in no folder that names its symbol");
    }
    return name;
  }

  /** The calendar date of a file's rows. */
  LocalDate dateOf(SourceFile file) throws RefusedFileException {
    try {
      return LocalDate.parse(match(file).group(1), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw wrongName(file);
    }
  }

  LakeTable tableOf(SourceFile file) throws RefusedFileException {
    return match(file).group(2).equalsIgnoreCase("trade") ? LakeTable.TRADES : LakeTable.QUOTES;
  }

  FileShape shape(SourceFile file) throws RefusedFileException {
    LocalDate date = dateOf(file);
    if (date.getYear() < 1970) {
      throw wrongName(file);
    }
    LakeTable table = tableOf(file);
    return new FileShape(table, date.toEpochDay(), table.folder() + symbolOf(file) + date);
  }

  /** The folder is part of the name, also where the source is the folder itself. */
  static String logicalName(SourceFile file) {
    return file.logicalName().contains("/")
        ? file.logicalName()
        : file.folderName() + "/" + file.logicalName();
  }

  private static Matcher match(SourceFile file) throws RefusedFileException {
    Matcher match = NAME.matcher(file.fileName());
    if (!match.matches()) {
      throw wrongName(file);
    }
    return match;
  }

  private static RefusedFileException wrongName(SourceFile file) {
    return new RefusedFileException(
        RefusalReason.WRONG_NAME,
        "the name must be YYYYMMDD_trade.zip or YYYYMMDD_quote.zip, was " + file.fileName());
  }
}
