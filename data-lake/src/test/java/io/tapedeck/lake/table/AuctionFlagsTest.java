package io.tapedeck.lake.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Auction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuctionFlagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "N,40|OPENING", // the opening print of NYSE
        "P,20000040|OPENING", // a part of an opening auction of Arca
        "P,4000000|OPENING", // what Arca reports as its official open
        "N,80|CLOSING",
        "Q,20200080|CLOSING", // a closing cross of Nasdaq
        "P,1000001|CLOSING",
        "P,0|NONE",
        "N,100|NONE", // a reopening
        "D,2000|NONE", // extended hours
        "N,c0|NONE", // both
        "N,|NONE",
        "N|NONE",
        "N,4 0|NONE",
        "N,1000000000000000040|NONE", // no set of bits that fits
        "P,FFFFFFFF00000040|NONE"
      })
  void conditionsOfLeanFlagOpeningAndClosingPrints(String conditions, String auction) {
    assertThat(name(AuctionFlags.of(conditions.getBytes(UTF_8)))).isEqualTo(auction);
  }

  private static String name(byte auction) {
    return switch (auction) {
      case Auction.OPENING -> "OPENING";
      case Auction.CLOSING -> "CLOSING";
      default -> "NONE";
    };
  }
}
