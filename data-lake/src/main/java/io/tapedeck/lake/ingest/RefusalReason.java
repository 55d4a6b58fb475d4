package io.tapedeck.lake.ingest;

/** Why a whole file is refused; nothing of such a file is taken. */
public enum RefusalReason {
  /** Its name does not say what the format needs to know. */
  WRONG_NAME,
  /** It has no rows. */
  EMPTY,
  /** It is cut off, or its bytes contradict its checksums. */
  DAMAGED,
  /** An archive that could do harm: nested, outside its folder, or exploding. */
  UNSAFE_ARCHIVE,
  /** Its first line is not the header of the format. */
  WRONG_HEADER,
  /** More of its rows are unreadable than allowed. */
  TOO_MANY_QUARANTINED,
  /** Its rows could not be told from those of another file. */
  CLASH
}
