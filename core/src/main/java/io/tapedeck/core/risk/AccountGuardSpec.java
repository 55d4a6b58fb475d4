package io.tapedeck.core.risk;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * At which losses an account stops trading.
 *
 * @param dailyLoss since the session's start, as a share of the equity then; lifted at the next
 *     session's open
 * @param drawdown since the highest equity, as a share of it; for the rest of the run
 */
@Model("Losses of the account at which it stops trading.")
public record AccountGuardSpec(
    @Setting("since the session's start; lifted at the next open") LossLimit dailyLoss,
    @Setting(value = "since the highest equity; for the rest of the run", name = "max_drawdown")
        LossLimit drawdown)
    implements Serializable {
  public static final AccountGuardSpec NONE = new AccountGuardSpec(LossLimit.NONE, LossLimit.NONE);

  public AccountGuardSpec withDailyLoss(LossLimit limit) {
    return new AccountGuardSpec(limit, drawdown);
  }

  public AccountGuardSpec withDrawdown(LossLimit limit) {
    return new AccountGuardSpec(dailyLoss, limit);
  }
}
