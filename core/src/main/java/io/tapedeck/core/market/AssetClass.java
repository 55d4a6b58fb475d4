package io.tapedeck.core.market;

/** What kind of thing an instrument is. */
public enum AssetClass {
  EQUITY,
  FX,
  CRYPTO,
  FUTURE,
  OTHER
}
