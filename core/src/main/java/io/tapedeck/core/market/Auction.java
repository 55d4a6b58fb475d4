package io.tapedeck.core.market;

/** Which auction a print is the official one of; codes are stable. */
public final class Auction {
  /** Of none: an ordinary print. */
  public static final byte NONE = 0;

  public static final byte OPENING = 1;
  public static final byte CLOSING = 2;

  private Auction() {}
}
