package io.tapedeck.jobs.job;

import io.tapedeck.core.bar.BarLength;

/**
 * Which bars of a lake a job replays.
 *
 * @param length of each bar
 * @param prices what they are made of
 * @param source mapping that read them, or {@code built}; empty for the only one there is
 */
public record TapeBars(BarLength length, Prices prices, String source) {
  /** What bars are made of. */
  public enum Prices {
    /** Trades. */
    LAST,
    /** Both sides of the quotes. */
    BID_ASK
  }

  /** Bars of a day made of trades. */
  static final TapeBars DAILY = new TapeBars(BarLength.parse("1d"), Prices.LAST, "");

  /** {@code tape_bars: 5m}, or {@code {length: 5m, prices: bid_ask, source: built}}. */
  static TapeBars bind(Node node, String path) {
    if (!(node instanceof Node.Mapping)) {
      return new TapeBars(BarKeys.length(node, path), DAILY.prices, DAILY.source);
    }
    Fields bars = Fields.of(node, path);
    TapeBars bound =
        new TapeBars(
            bars.node("length")
                .map(length -> BarKeys.length(length, bars.path("length")))
                .orElse(DAILY.length),
            bars.choice("prices", Prices.class).orElse(DAILY.prices),
            bars.text("source").orElse(DAILY.source));
    bars.refuseOthers();
    return bound;
  }
}
