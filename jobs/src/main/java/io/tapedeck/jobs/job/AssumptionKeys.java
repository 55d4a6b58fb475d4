package io.tapedeck.jobs.job;

import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FeePerShare;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.risk.RiskSpec;
import java.math.BigDecimal;
import java.util.function.Supplier;

/** Binds what a job assumes about costs, delays and limits. */
final class AssumptionKeys {
  private static final BigDecimal MAX_BPS = BigDecimal.valueOf(10_000);
  private static final int BPS_DECIMALS = 4;

  private AssumptionKeys() {}

  /** {@code fees: none}, {@code {bps: ...}} or {@code {per_share:, minimum:, cap_bps:}}. */
  static FeeSchedule fees(Fields job) {
    if (!(job.node("fees").orElse(null) instanceof Node.Mapping)) {
      String text = job.text("fees").orElse("none");
      if (!text.equals("none")) {
        throw job.refusal(
            "fees", "must be none, {bps: ...} or {per_share: ...}, was '" + text + "'");
      }
      return new NoFees();
    }
    Fields fees = job.group("fees").orElseThrow();
    boolean isBps = fees.has("bps");
    if (isBps == fees.has("per_share")) {
      throw job.refusal("fees", "needs one of bps and per_share");
    }
    FeeSchedule schedule = isBps ? new FeeBps(bps(fees, "bps")) : perShare(fees);
    fees.refuseOthers();
    return schedule;
  }

  static SlippageBps slippage(Fields job) {
    return job.has("slippage_bps")
        ? new SlippageBps(bps(job, "slippage_bps").movePointRight(BPS_DECIMALS).longValueExact())
        : SlippageBps.NONE;
  }

  static LatencySpec latency(Fields job) {
    return job.group("latency")
        .map(
            latency -> {
              LatencySpec spec =
                  LatencySpec.constant(
                      latency.nanos("feed").orElse(0L),
                      latency.nanos("entry").orElse(0L),
                      latency.nanos("response").orElse(0L));
              latency.refuseOthers();
              return spec;
            })
        .orElse(LatencySpec.NONE);
  }

  static RiskSpec risk(Fields job) {
    return job.group("risk")
        .map(
            risk -> {
              RiskSpec spec =
                  new RiskSpec(
                      limit(risk, "max_order_size"),
                      limit(risk, "max_position"),
                      limit(risk, "max_order_notional"));
              risk.refuseOthers();
              return spec;
            })
        .orElse(RiskSpec.NONE);
  }

  private static FeeSchedule perShare(Fields fees) {
    BigDecimal amount = fees.amount("per_share").orElseThrow();
    BigDecimal minimum = fees.amount("minimum").orElse(BigDecimal.ZERO);
    BigDecimal cap = fees.has("cap_bps") ? bps(fees, "cap_bps") : MAX_BPS;
    return checked(fees, () -> new FeePerShare(amount, minimum, cap));
  }

  private static BigDecimal limit(Fields risk, String key) {
    BigDecimal limit = risk.amount(key).orElse(RiskSpec.UNLIMITED);
    if (limit.signum() == 0) {
      throw risk.refusal(key, "must be positive; leave it out for no limit");
    }
    return limit;
  }

  private static BigDecimal bps(Fields fields, String key) {
    BigDecimal bps = fields.amount(key).orElseThrow();
    if (bps.compareTo(MAX_BPS) > 0 || bps.stripTrailingZeros().scale() > BPS_DECIMALS) {
      throw fields.refusal(
          key,
          "must be from 0 to 10000 basis points with at most 4 decimals, was "
              + bps.toPlainString());
    }
    return bps;
  }

  private static <T> T checked(Fields fields, Supplier<T> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(fields.mark(), refused.getMessage());
    }
  }
}
