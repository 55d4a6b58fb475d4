package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.replay.textbook.RandomRun.Kind;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds in every run of the textbook, whatever the rules and the wishes. */
class TextbookProperties {
  private static TextbookReplay replay(long seed, Kind kind) {
    RandomRun run = seed % 6 == 0 ? RandomRun.onMargin(seed, kind) : RandomRun.of(seed, kind);
    run.rules().luck = new KeyedLuck(run.luckSeed());
    return new TextbookReplay(run.tape(), run.wishes(), run.rules()).run();
  }

  @Property(tries = 200)
  void moneyIsConserved(@ForAll long seed, @ForAll Kind kind) {
    TextbookReplay run = replay(seed, kind);
    TextbookAccount account = run.account();
    TextbookPosition position = account.position();

    assertThat(account.cash().add(position.basis()))
        .isEqualByComparingTo(
            account
                .startCash()
                .add(position.realised())
                .subtract(position.fees())
                .subtract(account.financing()));
    BigDecimal fees = BigDecimal.ZERO;
    long lots = 0;
    for (int strategy = 0; strategy < account.strategies(); strategy++) {
      fees = fees.add(account.share(strategy).fees());
      lots += account.share(strategy).lots();
    }
    assertThat(fees).isEqualByComparingTo(position.fees());
    assertThat(lots).isEqualTo(position.lots());
  }

  @Property(tries = 200)
  void anOrderEndsOnceAndFillsNoMoreThanItsSize(@ForAll long seed, @ForAll Kind kind) {
    TextbookReplay run = replay(seed, kind);

    TreeSet<Long> ended = new TreeSet<>();
    TreeMap<Long, Long> filled = new TreeMap<>();
    for (Happening one : run.history()) {
      boolean isAnswer = one.kind().equals("CANCEL_REJECTED") || one.kind().equals("AMEND_DENIED");
      assertThat(isAnswer || !ended.contains(one.order())).as("%s", one).isTrue();
      if (one.kind().equals("FILL")) {
        filled.merge(one.order(), one.lots(), Long::sum);
        assertThat(one.lots()).isPositive();
        assertThat(one.leaves()).isNotNegative();
      }
      boolean ends =
          one.kind().equals("REJECTED")
              || one.kind().equals("CANCELED")
              || one.kind().equals("EXPIRED")
              || (one.kind().equals("FILL") && one.leaves() == 0);
      if (ends) {
        ended.add(one.order());
      }
    }
    for (TextbookOrder order : run.venue().orders()) {
      assertThat(order.filled).isEqualTo(filled.getOrDefault(order.id, 0L));
      assertThat(order.filled).isLessThanOrEqualTo(order.lots);
    }
  }

  @Property(tries = 200)
  void aLimitIsNeverPassed(@ForAll long seed, @ForAll Kind kind) {
    TextbookReplay run = replay(seed, kind);
    TreeSet<Long> amended = new TreeSet<>();
    run.history().stream()
        .filter(one -> one.reason().equals("REQUESTED") && one.kind().equals("REPLACED"))
        .forEach(one -> amended.add(one.order()));
    TreeMap<Long, TextbookOrder> orders = new TreeMap<>();
    run.venue().orders().forEach(order -> orders.put(order.id, order));

    for (Happening one : run.history()) {
      TextbookOrder order = orders.get(one.order());
      if (one.kind().equals("FILL")
          && order.type == OrderType.LIMIT
          && !amended.contains(order.id)) {
        assertThat((order.limit - one.price()) * order.sign).as("%s", one).isNotNegative();
      }
    }
  }
}
