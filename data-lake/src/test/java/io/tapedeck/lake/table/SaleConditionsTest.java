package io.tapedeck.lake.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Auction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleConditionsTest {
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
    assertThat(name(SaleConditions.of(conditions.getBytes(UTF_8)))).isEqualTo(auction);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D,20100000|REPORT", // average price, as SPY on 2013-10-08 and 2013-10-10
        "D,200|REPORT", // derivatively priced
        "D,2000001|REPORT", // prior reference price
        "D,3|REPORT", // cash
        "D,5|REPORT", // next day
        "D,9|REPORT", // seller's option
        "D,4800|REPORT", // sold out of sequence
        "D,40001|REPORT", // stock-option trade
        "Q,0|NONE",
        "Q,21|NONE", // an intermarket sweep
        "D,800|NONE", // sold last
        "N,20200000|NONE", // a cross
        "K,80000001|NONE", // an odd lot
        "D,2001|NONE", // extended hours
        "D,|NONE",
        "D,x00000|NONE",
        "P,2000040|OPENING", // an auction's print stays, whatever else is flagged
        "N,280|CLOSING"
      })
  void reportsAreNoPriceOfTheirMoment(String conditions, String sale) {
    assertThat(name(SaleConditions.of(conditions.getBytes(UTF_8)))).isEqualTo(sale);
  }

  private static String name(byte auction) {
    return switch (auction) {
      case Auction.OPENING -> "OPENING";
      case Auction.CLOSING -> "CLOSING";
      case SaleConditions.REPORT -> "REPORT";
      default -> "NONE";
    };
  }
}
