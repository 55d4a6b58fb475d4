package io.tapedeck.lake.ingest;

import java.io.Serializable;

/**
 * The finest decimals found.
 *
 * @param price decimals of prices, from 0 to 9
 * @param size decimals of sizes, from 0 to 9
 */
record Fineness(int price, int size) implements Serializable {
  static final Fineness NONE = new Fineness(0, 0);

  Fineness max(Fineness other) {
    return new Fineness(Math.max(price, other.price), Math.max(size, other.size));
  }
}
