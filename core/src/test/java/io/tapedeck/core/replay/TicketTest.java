package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderTicket;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written on a ticket becomes an order, or is refused with a reason. */
class TicketTest {
  private final Tape tape =
      new Tape(quoted(share("XYZ"))).quote("09:30:00", "100.00x50", "100.02x50");
  private final Scenario scenario = new Scenario(tape);

  private OrderRecord sent(UnaryOperator<OrderTicket> words) {
    RunRecorder recorder = RunRecorder.ofFills();
    Script script =
        new Script().at("09:30:00", (position, orders) -> words.apply(orders.order(BUY, 5)).send());
    scenario.outcome(script, recorder, 1, 1);
    assertThat(recorder.orders()).hasSize(1);
    return recorder.orders().get(0);
  }

  private List<String> orders(Consumer<OrderSink> wishes) {
    Script script = new Script().at("09:30:00", (position, orders) -> wishes.accept(orders));
    return scenario.run(script).orders();
  }

  private RunOutcome.Failed failure(UnaryOperator<OrderTicket> words) {
    Script script =
        new Script().at("09:30:00", (position, orders) -> words.apply(orders.order(BUY, 5)).send());
    return scenario.run(script).failure();
  }

  @Test
  void theTypeFollowsFromTriggerAndLimit() {
    assertThat(sent(ticket -> ticket).type()).isEqualTo(OrderType.MARKET);
    assertThat(sent(ticket -> ticket.limit(9_990)).type()).isEqualTo(OrderType.LIMIT);
    assertThat(sent(ticket -> ticket.stop(10_050)).type()).isEqualTo(OrderType.STOP);
    assertThat(sent(ticket -> ticket.stop(10_050).limit(10_060)).type())
        .isEqualTo(OrderType.STOP_LIMIT);
    assertThat(sent(ticket -> ticket.limit(10_060).stop(10_050)).type())
        .isEqualTo(OrderType.STOP_LIMIT);
    assertThat(sent(ticket -> ticket.ifTouched(9_950)).type())
        .isEqualTo(OrderType.MARKET_IF_TOUCHED);
    assertThat(sent(ticket -> ticket.ifTouched(9_950).limit(9_940)).type())
        .isEqualTo(OrderType.LIMIT_IF_TOUCHED);
    assertThat(sent(ticket -> ticket.trailingTicks(25)).type()).isEqualTo(OrderType.TRAILING_STOP);
    assertThat(sent(ticket -> ticket.trailingBps(250_000)).type())
        .isEqualTo(OrderType.TRAILING_STOP);
  }

  @Test
  void everyWordOfATicketIsOnTheOrder() {
    long till = Clock.nanos("10:00:00");

    OrderRecord order =
        sent(ticket -> ticket.stop(10_050).limit(10_060).goodTill(till).postOnly().reduceOnly());

    assertThat(order.triggerTicks()).isEqualTo(10_050);
    assertThat(order.limitTicks()).isEqualTo(10_060);
    assertThat(order.timeInForce()).isEqualTo(TimeInForce.GTD);
    assertThat(order.expireNanos()).isEqualTo(till);
    assertThat(order.isPostOnly()).isTrue();
    assertThat(order.isReduceOnly()).isTrue();
    assertThat(order.doubledDecisionTicks()).isEqualTo(20_002); // 100.00 + 100.02
    assertThat(sent(ticket -> ticket.trailingTicks(25)).trailTicks()).isEqualTo(25);
    assertThat(sent(ticket -> ticket.trailingBps(250_000)).trailBpsE4()).isEqualTo(250_000);
  }

  @Test
  void theNextTicketStartsBlank() {
    List<String> orders =
        orders(
            sink -> {
              sink.order(BUY, 5)
                  .stop(10_050)
                  .limit(10_060)
                  .postOnly()
                  .lasting(TimeInForce.DAY)
                  .send();
              sink.order(SELL, 3).send();
            });

    assertThat(orders)
        .contains(
            "09:30:00 sent #1 BUY 5 STOP_LIMIT from 100.50 at 100.60 DAY post-only",
            "09:30:00 sent #2 SELL 3 GTC");
  }

  @Test
  void exitsTakeTheNextIds() {
    assertThat(
            orders(
                sink -> {
                  long entry = sink.order(SELL, 5).takeProfit(9_900).stopLoss(10_100).send();
                  long lone = sink.order(BUY, 5).stopLoss(9_900).send();
                  assertThat(entry).isEqualTo(1);
                  assertThat(lone).isEqualTo(4);
                }))
        .contains(
            "09:30:00 sent #1 SELL 5 GTC",
            "09:30:00 sent #2 BUY 5 at 99.00 GTC reduce-only after #1",
            "09:30:00 sent #3 BUY 5 STOP from 101.00 GTC reduce-only after #1",
            "09:30:00 sent #4 BUY 5 GTC",
            "09:30:00 sent #5 SELL 5 STOP from 99.00 GTC reduce-only after #4");
  }

  @Test
  void aDeniedEntryHasNoExitsAndADeniedExitLeavesTheOtherAlone() {
    assertThat(
            orders(
                sink -> {
                  sink.order(BUY, 0).takeProfit(10_100).stopLoss(9_900).send();
                  sink.order(BUY, 5).takeProfit(-1).stopLoss(9_900).send();
                }))
        .containsExactly(
            "09:30:00 denied #1 SIZE_NOT_POSITIVE",
            "09:30:00 sent #2 BUY 5 GTC",
            "09:30:00 denied #3 PRICE_NOT_POSITIVE",
            "09:30:00 sent #4 SELL 5 STOP from 99.00 GTC reduce-only after #2",
            "09:30:00 accepted #2");
  }

  @ParameterizedTest
  @EnumSource(names = {"IOC", "FOK", "AT_THE_OPENING", "AT_THE_CLOSE"})
  void whatHasOneChanceIsNeitherArmedNorPostOnly(TimeInForce once) {
    assertThat(
            orders(
                sink -> {
                  sink.order(BUY, 5).stop(10_050).lasting(once).send();
                  sink.order(BUY, 5).ifTouched(9_900).limit(9_900).lasting(once).send();
                  sink.order(BUY, 5).trailingTicks(5).lasting(once).send();
                  sink.order(BUY, 5).limit(9_900).postOnly().lasting(once).send();
                }))
        .containsExactly(
            "09:30:00 denied #1 TERMS_CONTRADICTORY",
            "09:30:00 denied #2 TERMS_CONTRADICTORY",
            "09:30:00 denied #3 TERMS_CONTRADICTORY",
            "09:30:00 denied #4 TERMS_CONTRADICTORY");
  }

  @Test
  void otherContradictionsAreDeniedToo() {
    assertThat(
            orders(
                sink -> {
                  sink.order(BUY, 5).postOnly().send();
                  sink.order(BUY, 5).stop(10_050).postOnly().send();
                  sink.order(BUY, 5).trailingTicks(0).send();
                  sink.order(BUY, 5).trailingBps(-1).send();
                  sink.order(BUY, 5).goodTill(Clock.nanos("09:30:00")).send();
                  sink.order(BUY, 5).stop(0).send();
                }))
        .containsExactly(
            "09:30:00 denied #1 TERMS_CONTRADICTORY",
            "09:30:00 denied #2 TERMS_CONTRADICTORY",
            "09:30:00 denied #3 TRAIL_NOT_POSITIVE",
            "09:30:00 denied #4 TRAIL_NOT_POSITIVE",
            "09:30:00 denied #5 EXPIRY_PAST",
            "09:30:00 denied #6 TRIGGER_NOT_POSITIVE");
  }

  @Test
  void aTicketThatMakesNoSenseFailsTheRun() {
    assertThat(failure(ticket -> ticket.stop(10_050).ifTouched(9_900)).detail())
        .contains("an order has one trigger");
    assertThat(failure(ticket -> ticket.trailingTicks(5).trailingBps(5)).detail())
        .contains("an order has one trigger");
    assertThat(failure(ticket -> ticket.trailingTicks(5).limit(9_900)).detail())
        .contains("a trailing stop has no limit");
  }

  @Test
  void aTicketIsSentOnce() {
    Script script =
        new Script()
            .at(
                "09:30:00",
                (position, orders) -> {
                  OrderTicket ticket = orders.order(BUY, 5);
                  ticket.send();
                  ticket.send();
                });

    RunOutcome.Failed failure = scenario.run(script).failure();

    assertThat(failure.reason()).isEqualTo(FailureReason.STRATEGY_ERROR);
    assertThat(failure.detail()).contains("this ticket was sent already");
  }
}
