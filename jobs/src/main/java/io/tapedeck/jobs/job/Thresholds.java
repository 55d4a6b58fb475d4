package io.tapedeck.jobs.job;

import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts at which a guard acts: {@code 500} of the currency, {@code 2%} or {@code 50 bps}. */
final class Thresholds {
  private static final Pattern SHARE = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)\\s*(%|bps)");
  private static final int PERCENT_DECIMALS = 2;

  private Thresholds() {}

  static Threshold threshold(Node node, String path) {
    String text = Scalars.text(node, path);
    Matcher share = SHARE.matcher(text);
    if (!share.matches() && !text.matches("-?[0-9].*")) {
      throw UsageException.at(
          node.mark(), path + " must be an amount, or a share such as 2%, was '" + text + "'");
    }
    try {
      if (!share.matches()) {
        return Threshold.ofMoney(Scalars.amount(node, path));
      }
      BigDecimal value = new BigDecimal(share.group(1));
      return share.group(2).equals("bps")
          ? Threshold.ofBps(value)
          : Threshold.ofShare(value.movePointLeft(PERCENT_DECIMALS));
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(node.mark(), path + ": " + refused.getMessage());
    }
  }

  /** A threshold alone, or {@code {at: 2%, then: reducing, positions: flattened}}. */
  static LossLimit lossLimit(Node node, String path) {
    if (!(node instanceof Node.Mapping)) {
      return LossLimit.at(threshold(node, path));
    }
    return (LossLimit) RecordForm.of(LossLimit.class).bind(Fields.of(node, path), null);
  }

  /** The shortest text of a threshold. */
  static String text(Threshold threshold) {
    return switch (threshold.kind()) {
      case NONE -> "none";
      case MONEY -> threshold.value().toPlainString();
      case SHARE ->
          threshold.value().movePointRight(PERCENT_DECIMALS).stripTrailingZeros().toPlainString()
              + "%";
    };
  }
}
