package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import java.util.List;

/** The formats built in. */
public final class Profiles {
  private static final String DEFAULT_BITSTAMP_SYMBOL = "BTC/USD";

  private Profiles() {}

  /** All profiles, by name. */
  public static List<SourceFormat> all() {
    return List.of(
        new BitstampFormat(DEFAULT_BITSTAMP_SYMBOL),
        new LeanEquityFormat(new LeanNames(null), false),
        new LeanForexFormat(new LeanNames(null)));
  }

  /**
   * The profile of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SourceFormat byName(String name) {
    return all().stream()
        .filter(profile -> profile.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no profile "
                        + name
                        + "; there are "
                        + all().stream().map(SourceFormat::name).toList()
                        + ", and generic with a mapping"));
  }

  /** The profile of this name for one symbol, whatever its files say. */
  public static SourceFormat byName(String name, String symbol) {
    Require.that(symbol != null && !symbol.isBlank(), "symbol must not be blank");
    SourceFormat profile = byName(name);
    return switch (profile.name()) {
      case BitstampFormat.NAME -> new BitstampFormat(symbol);
      case LeanEquityFormat.NAME -> new LeanEquityFormat(new LeanNames(symbol), false);
      default -> new LeanForexFormat(new LeanNames(symbol));
    };
  }
}
