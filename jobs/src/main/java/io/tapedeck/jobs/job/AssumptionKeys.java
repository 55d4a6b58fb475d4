package io.tapedeck.jobs.job;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.NoSlippage;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.execution.SlippageSpec;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.SizingPlan;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.ExposureScaleSpec;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.SizingSpec;
import java.math.BigDecimal;
import java.util.List;

/** Binds what a job assumes about the market and about its own desk. */
final class AssumptionKeys {
  private static final String SLIPPAGE_BPS = "slippage_bps";
  private static final String SCALE = "scale";
  private static final BigDecimal MAX_BPS = BigDecimal.valueOf(10_000);
  private static final int BPS_DECIMALS = 4;

  private AssumptionKeys() {}

  static MarketSpec market(Fields job) {
    return new MarketSpec(
        group(job, "latency", LatencySpec.class, LatencySpec.NONE),
        group(job, "execution", ExecutionSpec.class, ExecutionSpec.STANDARD),
        slippage(job),
        model(job, "fees", FeeSchedule.class, new NoFees()),
        group(job, "financing", FinancingSpec.class, FinancingSpec.NONE),
        job.choice("mark", MarkRule.class).orElse(MarkRule.AUTO));
  }

  static DeskSpec desk(Fields job, AccountKeys account) {
    DeskSpec desk = DeskSpec.unlimited(startCash(job)).withAccount(account.spec());
    DeskSpec limited = job.group("risk").map(risk -> limited(desk, risk)).orElse(desk);
    SizingPlan sizing = job.node("sizing").map(node -> sizing(node, job)).orElse(SizingPlan.NONE);
    return limited.withSizing(sizing);
  }

  /** Limits of orders, losses of the account, and what closes a position, in one group. */
  private static DeskSpec limited(DeskSpec desk, Fields risk) {
    RiskSpec limits = (RiskSpec) RecordForm.of(RiskSpec.class).make(risk, RiskSpec.NONE, "");
    AccountGuardSpec guard =
        (AccountGuardSpec)
            RecordForm.of(AccountGuardSpec.class).make(risk, AccountGuardSpec.NONE, "");
    PositionGuardSpec positions =
        group(risk, "positions", PositionGuardSpec.class, PositionGuardSpec.NONE);
    risk.refuseOthers();
    return desk.withRisk(limits).withAccountGuard(guard).withPositionGuard(positions);
  }

  /** {@code slippage: {bps: 0.5}}, or {@code slippage_bps: 0.5} for short. */
  private static SlippageSpec slippage(Fields job) {
    if (!job.has(SLIPPAGE_BPS)) {
      return told(model(job, "slippage", SlippageSpec.class, new NoSlippage()));
    }
    if (job.has("slippage")) {
      throw job.refusal(SLIPPAGE_BPS, "and slippage are given: remove one of them");
    }
    BigDecimal bps = job.amount(SLIPPAGE_BPS).orElseThrow();
    if (bps.compareTo(MAX_BPS) > 0 || bps.stripTrailingZeros().scale() > BPS_DECIMALS) {
      throw job.refusal(
          SLIPPAGE_BPS,
          "must be from 0 to 10000 basis points with at most 4 decimals, was "
              + bps.toPlainString());
    }
    return told(new SlippageBps(bps.movePointRight(BPS_DECIMALS).longValueExact()));
  }

  /** Nothing has one spelling: none. */
  private static SlippageSpec told(SlippageSpec slippage) {
    return slippage.isNone() ? new NoSlippage() : slippage;
  }

  /** {@code sizing: {percent_of_equity: 10, scale: {...}}}; either may be left out. */
  private static SizingPlan sizing(Node node, Fields job) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals("none")) {
      return SizingPlan.NONE;
    }
    Fields sizing = Fields.of(node, job.path("sizing"));
    List<ExposureScaleSpec> scale =
        sizing
            .group(SCALE)
            .map(
                group ->
                    (ExposureScaleSpec) RecordForm.of(ExposureScaleSpec.class).bind(group, null))
            .map(List::of)
            .orElse(List.of());
    boolean hasRule = sizing.names().stream().anyMatch(key -> !key.equals(SCALE));
    List<SizingSpec> rule =
        hasRule
            ? List.of((SizingSpec) ModelFamily.of(SizingSpec.class).bind(sizing, SCALE))
            : List.of();
    sizing.refuseOthers();
    return new SizingPlan(rule, scale);
  }

  private static BigDecimal startCash(Fields job) {
    BigDecimal cash = job.amount("start_cash").orElse(BigDecimal.valueOf(100_000));
    if (cash.signum() == 0) {
      throw job.refusal("start_cash", "must be positive, was " + cash.toPlainString());
    }
    return cash;
  }

  /** A group of settings; what it leaves out is as in the standard. */
  private static <T> T group(Fields parent, String key, Class<T> type, T standard) {
    return parent
        .group(key)
        .map(group -> type.cast(RecordForm.of(type).bind(group, standard)))
        .orElse(standard);
  }

  /** One of several models. */
  private static <T> T model(Fields parent, String key, Class<T> type, T standard) {
    return parent
        .node(key)
        .map(node -> type.cast(ModelFamily.of(type).bind(node, parent.path(key))))
        .orElse(standard);
  }
}
