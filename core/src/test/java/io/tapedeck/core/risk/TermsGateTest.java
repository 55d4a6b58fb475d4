package io.tapedeck.core.risk;

import static io.tapedeck.core.market.Side.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TermsGateTest {
  private static final long NOW = 1_000;

  private final TermsGate gate = new TermsGate();

  private static OrderTerms order(OrderType type) {
    return new OrderTerms().of(0, 0, BUY, 5).typed(type).trail(1, 0);
  }

  private void admits(OrderTerms order) {
    assertThat(gate.admits(order, NOW)).isTrue();
  }

  private void denies(OrderTerms order, DenialReason reason) {
    assertThat(gate.admits(order, NOW)).isFalse();
    assertThat(gate.denial()).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeLastsForTheDayOrUntilItIsCanceled(OrderType type) {
    admits(order(type).lasting(TimeInForce.DAY, 0));
    admits(order(type).lasting(TimeInForce.GTC, 0));
    admits(order(type).lasting(TimeInForce.GTD, NOW + 1));
  }

  @ParameterizedTest
  @EnumSource
  void onlyOrdersWithoutTriggerHaveOneChance(OrderType type) {
    for (TimeInForce once :
        new TimeInForce[] {
          TimeInForce.IOC, TimeInForce.FOK, TimeInForce.AT_THE_OPENING, TimeInForce.AT_THE_CLOSE
        }) {
      OrderTerms order = order(type).lasting(once, 0);
      if (type == OrderType.MARKET || type == OrderType.LIMIT) {
        admits(order);
      } else {
        denies(order, DenialReason.TERMS_CONTRADICTORY);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyOrdersWithALimitArePostOnly(OrderType type) {
    switch (type) {
      case LIMIT, STOP_LIMIT, LIMIT_IF_TOUCHED -> admits(order(type).postOnly());
      default -> denies(order(type).postOnly(), DenialReason.TERMS_CONTRADICTORY);
    }
    denies(order(type).postOnly().lasting(TimeInForce.FOK, 0), DenialReason.TERMS_CONTRADICTORY);
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeMayReduceOnly(OrderType type) {
    admits(order(type).reduceOnly());
  }

  @Test
  void aTrailingStopFollowsByTicksOrByAShare() {
    admits(order(OrderType.TRAILING_STOP).trail(0, 1));
    denies(order(OrderType.TRAILING_STOP).trail(0, 0), DenialReason.TRAIL_NOT_POSITIVE);
    denies(order(OrderType.TRAILING_STOP).trail(-1, 0), DenialReason.TRAIL_NOT_POSITIVE);
    denies(order(OrderType.TRAILING_STOP).trail(1, 1), DenialReason.TRAIL_NOT_POSITIVE);
  }

  @Test
  void aDateMustLieAhead() {
    denies(order(OrderType.LIMIT).lasting(TimeInForce.GTD, NOW), DenialReason.EXPIRY_PAST);
    denies(order(OrderType.LIMIT).lasting(TimeInForce.GTD, 0), DenialReason.EXPIRY_PAST);
  }
}
