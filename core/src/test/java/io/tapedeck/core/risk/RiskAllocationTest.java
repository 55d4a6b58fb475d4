package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.share;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.order.TradingState;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** A hundred thousand questions allocate what a thousand do. */
class RiskAllocationTest {
  private static final long FEW = 1_000;
  private static final long MANY = 100_000;
  private static final long SLACK_BYTES = 2_048;
  private static final RiskListener NOBODY =
      (nanos, event, instrument, reason, measured, limit) -> {};

  /** Counts what is asked of it. */
  private static final class Counting implements RiskActions {
    private long asked;

    @Override
    public void changeState(TradingState state, RiskReason reason) {
      asked++;
    }

    @Override
    public void cancelAll(RiskReason reason) {
      asked++;
    }

    @Override
    public void flattenAll(RiskReason reason) {
      asked++;
    }

    @Override
    public void flatten(int instrument, RiskReason reason) {
      asked++;
    }
  }

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<Instrument> shares = List.of(share("AAA"), share("BBB"));
  private final Counting actions = new Counting();
  private long answers;

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  private long bytes(LongConsumer question, long times) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (long i = 0; i < times; i++) {
      question.accept(i);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private void allocatesNothing(LongConsumer question) {
    bytes(question, MANY); // loads classes, compiles
    long few = bytes(question, FEW);
    long many = bytes(question, MANY);

    assertThat(many - few).isBetween(-SLACK_BYTES, SLACK_BYTES);
  }

  @Test
  void ofAGateWithEveryLimit() {
    RiskSpec spec =
        new RiskSpec(of("50"), of("500"), of("5000"))
            .withPositionNotional(of("40000"))
            .withCollarBps(of("100"))
            .withExposure(new ExposureSpec(of("50000"), of("45000"), of("3"), of("2")))
            .withFlow(new OrderFlow(100, 1_000, 10, 5, 5))
            .withBuyingPower(BuyingPower.cash(10_000));
    AccountGate gate = new AccountGate(shares, spec);
    gate.onSession(0, Long.MAX_VALUE);
    CashReserve reserve = new CashReserve(shares, spec.buyingPower());
    Known known = new Known(2).at(0, 10_000).at(1, 5_000).equity("30000").cash("20000");
    long[] now = {0};

    allocatesNothing(
        i -> {
          now[0] += 7;
          known.lots[0] = i % 300;
          reserve.onLeaves(0, i % 2 == 0 ? 9_990 : Missing.VALUE, 0, 10);
          known.reservedCash = reserve.money(known);
          Side side = i % 3 == 0 ? Side.SELL : Side.BUY;
          long limitTicks = i % 2 == 0 ? 9_950 + i % 100 : Missing.VALUE;
          answers +=
              gate.admits(now[0], 0, side, 1 + i % 60, limitTicks, Missing.VALUE, known) ? 1 : 0;
          reserve.onLeaves(0, i % 2 == 0 ? 9_990 : Missing.VALUE, 10, 0);
        });

    assertThat(answers).isBetween(1L, 2 * MANY);
  }

  @Test
  void ofTheAccountsGuard() {
    LossLimit loss = LossLimit.at(Threshold.ofShare(of("0.05"))).flattening();
    AccountGuard guard =
        new AccountGuard(new AccountGuardSpec(loss, LossLimit.NONE), Currency.USD, actions, NOBODY);

    allocatesNothing(
        i -> {
          guard.onMark(i, 1_000_000 - i % 80_000, 1_000_000, 1_000_000, 940_000);
          if (i % 100 == 0) {
            guard.onSessionOpen(i);
          }
        });

    assertThat(actions.asked).isPositive();
  }

  @Test
  void ofAPositionsGuard() {
    PositionGuard guard =
        new PositionGuard(
            0,
            shares.get(0),
            PositionGuardSpec.NONE
                .withStopLoss(Threshold.ofBps(of("50")))
                .withTakeProfit(Threshold.ofMoney(of("100")))
                .withTrailing(Threshold.ofBps(of("70")))
                .withMaxHeldNanos(5_000),
            actions,
            NOBODY);
    KnownBasis basis = new KnownBasis(shares.get(0).moneyScale());

    allocatesNothing(
        i -> {
          basis.onFill(i % 200 < 100 ? 1 : -1, 10_000 + i % 37);
          guard.onPosition(i, basis.lots(), basis.basis());
          guard.onPrice(i, 2 * (9_900 + i % 211));
        });

    assertThat(actions.asked).isPositive();
  }

  @Test
  void ofSizes() {
    SizingModel percent =
        new PercentOfEquity(of("33.3"), of("100"), of("2.5")).in(shares.get(0), 252);
    SizingModel risk = new RiskPerTrade(of("1"), 2, 14).in(shares.get(0), 252);
    SizingModel volatility = new VolatilityTarget(0.1, 20, 2).in(shares.get(0), 252);
    long equity = Known.usd("123456.78");

    allocatesNothing(
        i -> {
          risk.onBar(10_010 + i % 7, 9_990 - i % 5, 10_000 + i % 11);
          volatility.onBar(10_010, 9_990, 10_000 + i % 11);
          answers += percent.targetLots(0.7, Missing.VALUE, equity, 20_000 + i % 500);
          answers += risk.targetLots(-0.7, Missing.VALUE, equity, 20_000);
          answers += volatility.targetLots(1, Missing.VALUE, equity, 20_000) > 0 ? 1 : 0;
        });

    assertThat(answers).isPositive();
  }
}
