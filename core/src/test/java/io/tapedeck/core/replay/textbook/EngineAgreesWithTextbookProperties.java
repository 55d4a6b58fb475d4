package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.replay.textbook.RandomRun.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The engine and the textbook, told the same story, tell the same outcome: orders, fills, books.
 */
class EngineAgreesWithTextbookProperties {
  @Property(tries = 400)
  void onQuotesAndTrades(@ForAll long seed) {
    agree(RandomRun.of(seed, Kind.QUOTES));
  }

  @Property(tries = 400)
  void onTradesAlone(@ForAll long seed) {
    agree(RandomRun.of(seed, Kind.PRINTS));
  }

  @Property(tries = 400)
  void onBars(@ForAll long seed) {
    agree(RandomRun.of(seed, Kind.BARS));
  }

  @Property(tries = 400)
  void onBarsOfBidsAndOffers(@ForAll long seed) {
    agree(RandomRun.of(seed, Kind.BID_ASK_BARS));
  }

  @Property(tries = 800)
  void onMargin(@ForAll long seed, @ForAll Kind kind) {
    agree(RandomRun.onMargin(seed, kind));
  }

  private static void agree(RandomRun run) {
    run.rules().luck = EngineRun.luck(run.luckSeed());
    TextbookReplay textbook = new TextbookReplay(run.tape(), run.wishes(), run.rules()).run();
    EngineRun.Answer engine = EngineRun.of(run);

    List<Happening> expected = Happening.inOrder(textbook.history());
    for (int line = 0; line < Math.min(expected.size(), engine.history().size()); line++) {
      assertThat(engine.history().get(line)).as("line %d", line).isEqualTo(expected.get(line));
    }
    assertThat(engine.history()).hasSameSizeAs(expected);
    agreeOnMoney(textbook, engine);
  }

  static void agreeOnMoney(TextbookReplay textbook, EngineRun.Answer engine) {
    assertThat(engine.result().daily().stream().map(DailyEquity::equity).toList())
        .isEqualTo(textbook.dailyEquity().stream().map(Currency.USD::money).toList());
    assertThat(engine.result().daily().stream().map(DailyEquity::financing).toList())
        .isEqualTo(textbook.dailyFinancing().stream().map(Currency.USD::money).toList());
    List<Long> profits = new ArrayList<>();
    for (int strategy = 0; strategy < textbook.account().strategies(); strategy++) {
      profits.add(money(textbook.account().profit(strategy)));
    }
    assertThat(engine.result().strategyProfits()).isEqualTo(profits);
    DailyEquity last = EngineRun.last(engine.result());
    TextbookAccount account = textbook.account();
    assertThat(last.cash()).isEqualTo(money(account.cash()));
    assertThat(last.realised()).isEqualTo(money(account.position().realised()));
    assertThat(last.fees()).isEqualTo(money(account.position().fees()));
    assertThat(engine.result().metrics().maxDrawdownMoney()).isEqualTo(money(account.drawdown()));
  }

  private static long money(BigDecimal amount) {
    return Currency.USD.money(amount);
  }
}
