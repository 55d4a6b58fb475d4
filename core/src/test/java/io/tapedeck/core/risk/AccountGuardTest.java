package io.tapedeck.core.risk;

import static io.tapedeck.core.order.TradingState.ACTIVE;
import static io.tapedeck.core.order.TradingState.HALTED;
import static io.tapedeck.core.order.TradingState.REDUCING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Currency;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AccountGuardTest {
  /** Money of fixtures is whole, so that amounts read as they are. */
  private static final Currency COINS = new Currency("COIN", 0);

  private final Deeds deeds = new Deeds();

  private AccountGuard guard(AccountGuardSpec spec) {
    return new AccountGuard(spec, COINS, deeds, deeds);
  }

  private static LossLimit money(long amount) {
    return LossLimit.at(Threshold.ofMoney(BigDecimal.valueOf(amount)));
  }

  private static LossLimit share(String share) {
    return LossLimit.at(Threshold.ofShare(new BigDecimal(share)));
  }

  @Test
  void withoutLimitsNothingIsDone() {
    AccountGuard guard = guard(AccountGuardSpec.NONE);

    guard.onMark(1, -1_000_000, 1_000, 5_000, 0);

    assertThat(guard.state()).isEqualTo(ACTIVE);
    assertThat(deeds.reported).isEmpty();
  }

  @Test
  void aDailyLossHaltsOnceAndIsForgottenAtTheNextOpen() {
    AccountGuard guard = guard(AccountGuardSpec.NONE.withDailyLoss(money(100)));

    guard.onMark(1, 901, 1_000, 1_000, 0); // 99 lost
    assertThat(deeds.reported).isEmpty();
    guard.onMark(2, 900, 1_000, 1_000, 0);
    guard.onMark(3, 800, 1_000, 1_000, 0);
    assertThat(guard.state()).isEqualTo(HALTED);
    guard.onSessionOpen(4);
    assertThat(guard.state()).isEqualTo(ACTIVE);
    guard.onMark(5, 701, 800, 1_000, 0); // 99 lost today
    guard.onMark(6, 699, 800, 1_000, 0);

    assertThat(deeds.reported)
        .containsExactly(
            "2 LIMIT_REACHED -1 DAILY_LOSS_REACHED 100/100",
            "2 BECAME_HALTED -1 DAILY_LOSS_REACHED 100/100",
            "4 BECAME_ACTIVE -1 SESSION_OPENED 0/0",
            "6 LIMIT_REACHED -1 DAILY_LOSS_REACHED 101/100",
            "6 BECAME_HALTED -1 DAILY_LOSS_REACHED 101/100");
    assertThat(deeds.asked)
        .containsExactly(
            "become HALTED DAILY_LOSS_REACHED",
            "cancel all DAILY_LOSS_REACHED",
            "become ACTIVE SESSION_OPENED",
            "become HALTED DAILY_LOSS_REACHED",
            "cancel all DAILY_LOSS_REACHED");
  }

  @Test
  void aShareOfTheSessionsStartIsRoundedUp() {
    AccountGuard guard = guard(AccountGuardSpec.NONE.withDailyLoss(share("0.05")));

    guard.onMark(1, 960, 1_010, 1_010, 0); // 5 % of 1010 is 50.5: 50 is not enough
    assertThat(guard.state()).isEqualTo(ACTIVE);
    guard.onMark(2, 959, 1_010, 1_010, 0);

    assertThat(deeds.reported.get(0)).isEqualTo("2 LIMIT_REACHED -1 DAILY_LOSS_REACHED 51/51");
  }

  @Test
  void aDrawdownOutlivesTheSession() {
    AccountGuard guard = guard(AccountGuardSpec.NONE.withDrawdown(share("0.2").becoming(REDUCING)));

    guard.onMark(1, 1_601, 1_700, 2_000, 0);
    assertThat(guard.state()).isEqualTo(ACTIVE);
    guard.onMark(2, 1_600, 1_700, 2_000, 0); // 20 % of 2000
    guard.onSessionOpen(3);
    guard.onMark(4, 1_000, 1_600, 2_000, 0);

    assertThat(guard.state()).isEqualTo(REDUCING);
    assertThat(deeds.reported)
        .containsExactly(
            "2 LIMIT_REACHED -1 DRAWDOWN_REACHED 400/400",
            "2 BECAME_REDUCING -1 DRAWDOWN_REACHED 400/400");
    assertThat(deeds.asked).containsExactly("become REDUCING DRAWDOWN_REACHED");
  }

  @Test
  void theStricterOfBothLimitsHoldsAndTheOpenFallsBackToTheOther() {
    AccountGuard guard =
        guard(
            new AccountGuardSpec(
                money(100), money(300).becoming(REDUCING))); // halts; reduces for good

    guard.onMark(1, 900, 1_000, 1_150, 0);
    guard.onMark(2, 850, 1_000, 1_150, 0); // the drawdown asks for less than there is already
    assertThat(guard.state()).isEqualTo(HALTED);
    guard.onSessionOpen(3);

    assertThat(guard.state()).isEqualTo(REDUCING);
    assertThat(deeds.reported)
        .containsExactly(
            "1 LIMIT_REACHED -1 DAILY_LOSS_REACHED 100/100",
            "1 BECAME_HALTED -1 DAILY_LOSS_REACHED 100/100",
            "2 LIMIT_REACHED -1 DRAWDOWN_REACHED 300/300",
            "3 BECAME_REDUCING -1 SESSION_OPENED 0/0");
  }

  @Test
  void aLimitMayCloseWhatIsHeld() {
    AccountGuard guard =
        guard(AccountGuardSpec.NONE.withDailyLoss(money(100).becoming(REDUCING).flattening()));

    guard.onMark(1, 850, 1_000, 1_000, 0);

    assertThat(deeds.reported)
        .containsExactly(
            "1 LIMIT_REACHED -1 DAILY_LOSS_REACHED 150/100",
            "1 BECAME_REDUCING -1 DAILY_LOSS_REACHED 150/100",
            "1 FLATTENED -1 DAILY_LOSS_REACHED 150/100");
    assertThat(deeds.asked)
        .containsExactly(
            "become REDUCING DAILY_LOSS_REACHED",
            "cancel all DAILY_LOSS_REACHED",
            "flatten all DAILY_LOSS_REACHED");
  }

  @Test
  void aMarginCallLiquidatesOnceUntilMaintenanceIsCoveredAgain() {
    AccountGuard guard = guard(AccountGuardSpec.NONE);

    guard.onMark(1, 500, 1_000, 1_000, 500); // covered
    guard.onMark(2, 499, 1_000, 1_000, 500);
    guard.onMark(3, 400, 1_000, 1_000, 500);
    guard.onMark(4, 400, 1_000, 1_000, 0); // closed
    guard.onMark(5, 399, 1_000, 1_000, 400);

    assertThat(guard.state()).isEqualTo(ACTIVE);
    assertThat(deeds.reported)
        .containsExactly(
            "2 LIQUIDATED -1 MAINTENANCE_UNDERCUT 499/500",
            "5 LIQUIDATED -1 MAINTENANCE_UNDERCUT 399/400");
    assertThat(deeds.asked)
        .containsExactly(
            "cancel all MAINTENANCE_UNDERCUT",
            "flatten all MAINTENANCE_UNDERCUT",
            "cancel all MAINTENANCE_UNDERCUT",
            "flatten all MAINTENANCE_UNDERCUT");
  }

  @Test
  void anAccountThatOwesIsCalledAgainWhenItHoldsAgain() {
    AccountGuard guard = guard(AccountGuardSpec.NONE);

    guard.onMark(1, -10, 1_000, 1_000, 500);
    guard.onMark(2, -10, 1_000, 1_000, 0); // closed, at a loss of more than all
    guard.onMark(3, -11, 1_000, 1_000, 20);

    assertThat(deeds.reported)
        .containsExactly(
            "1 LIQUIDATED -1 MAINTENANCE_UNDERCUT -10/500",
            "3 LIQUIDATED -1 MAINTENANCE_UNDERCUT -11/20");
  }

  @Test
  void anAccountWithoutPositionsIsNotCalled() {
    guard(AccountGuardSpec.NONE).onMark(1, -10, 1_000, 1_000, 0);

    assertThat(deeds.reported).isEmpty();
  }

  @Test
  void aLimitThatStopsNothingIsRefused() {
    assertThatThrownBy(() -> money(1).becoming(ACTIVE))
        .hasMessage("a loss limit must reduce or halt trading, was ACTIVE");
    assertThatThrownBy(() -> money(0)).hasMessage("a threshold must be positive, was 0");
    assertThatThrownBy(() -> share("101"))
        .hasMessage("a share must be at most 100 with at most 8 decimals, was 101");
  }
}
