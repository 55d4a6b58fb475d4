package io.tapedeck.lake.ingest;

import java.io.Serializable;

/** How files of one kind become rows: a built-in profile, or a mapping of one's own. */
public abstract sealed class SourceFormat implements Serializable
    permits BitstampFormat, LeanEquityFormat, LeanForexFormat, GenericFormat, SignalsFormat {
  SourceFormat() {}

  /** Name of the profile or mapping: the {@code source} of its rows. */
  public abstract String name();

  /** What it reads, in one line. */
  public abstract String description();

  /** The calendar of its symbols, unless somebody has described them otherwise. */
  public final String calendar() {
    return defaults("").calendar();
  }

  /** Everything that decides what its rows become, as text; files are taken anew if it changes. */
  abstract String fingerprint();

  /** What the file's name says. */
  abstract FileShape shape(SourceFile file) throws RefusedFileException;

  /** A parser for one file. */
  abstract RowParser parser(SourceFile file, IntakePlan plan) throws RefusedFileException;

  /** What is assumed of a symbol that nobody has described. */
  abstract InstrumentDefaults defaults(String symbol);

  /** Whether rows carry the venue's own numbers, by which duplicates are told. */
  boolean hasIdentity() {
    return false;
  }

  /** The name under which a file is known; its path below the source folder. */
  String logicalName(SourceFile file) {
    return file.logicalName();
  }

  /** Whether rows that their vendor distrusts are taken as well. */
  public SourceFormat includingSuspicious() {
    return this;
  }
}
