package io.tapedeck.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.jobs.report.ReportModel.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a run's identity says of its assumptions, in words. */
final class IdentityFacts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

  private final JsonNode identity;

  /**
   * Reads an identity.
   *
   * @param json canonical JSON whose digest is the run's id
   */
  IdentityFacts(String json) {
    try {
      identity = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the identity of a run is not JSON: " + json, e);
    }
  }

  /** What was assumed of the market's answer. */
  List<Fact> assumptions() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Fees", fees()));
    facts.add(new Fact("Slippage", slippage()));
    facts.add(new Fact("Latency", latency()));
    facts.add(
        new Fact(
            "Market orders",
            "take the touch up to the displayed size where there are quotes; elsewhere the next"
                + " trade, up to its size; the rest waits for the one after"));
    facts.add(
        new Fact(
            "Resting limit orders",
            "fill at their own price when the opposite quote reaches it or a trade goes through"
                + " it; a trade at the price fills nothing"));
    facts.add(new Fact("Risk limits", limits()));
    facts.add(new Fact("Marks", mark()));
    facts.add(new Fact("Open positions", "are marked at the end, not closed"));
    facts.add(new Fact("Hours", words(identity.path("hours").asText())));
    facts.add(new Fact("Start cash", plain(identity.path("start_cash"))));
    return facts;
  }

  private String fees() {
    JsonNode fees = identity.path("fees");
    if (fees.has("bps")) {
      return plain(fees.get("bps")) + " basis points of each fill's notional, rounded up";
    }
    if (fees.has("amount")) {
      return plain(fees.get("amount"))
          + " a unit, at least "
          + plain(fees.get("minimum"))
          + " a fill, at most "
          + plain(fees.get("cap_bps"))
          + " basis points of it";
    }
    return "none";
  }

  private String slippage() {
    BigDecimal bps = BigDecimal.valueOf(execution("slippage_bps_e4"), 4);
    return bps.signum() == 0
        ? "none"
        : bps.stripTrailingZeros().toPlainString()
            + " basis points against every fill that takes liquidity";
  }

  private String latency() {
    return "data "
        + millis("feed_nanos")
        + ", orders "
        + millis("entry_nanos")
        + ", reports "
        + millis("response_nanos")
        + (identity.path("execution").path("arrival").asText().equals("STANDING")
            ? "; an order meets the book that stands when it arrives"
            : "; an order meets the next event at the earliest");
  }

  private String limits() {
    List<String> limits = new ArrayList<>();
    limit(limits, "max_order_size", "order of at most ");
    limit(limits, "max_position", "position of at most ");
    limit(limits, "max_order_notional", "notional of an order of at most ");
    return limits.isEmpty() ? "none" : String.join(", ", limits);
  }

  private void limit(List<String> limits, String key, String words) {
    JsonNode limit = identity.path("risk").path(key);
    if (!limit.isMissingNode() && decimal(limit).compareTo(RiskSpec.UNLIMITED) != 0) {
      limits.add(words + plain(limit));
    }
  }

  private String mark() {
    return switch (identity.path("mark").asText()) {
      case "AUTO" -> "the mid where there are quotes, else the last trade";
      case "LAST" -> "the last trade";
      case "MID" -> "the mid of the last two-sided quote";
      case "LIQUIDATION" -> "what closing would pay";
      default -> identity.path("mark").asText();
    };
  }

  private String millis(String key) {
    BigDecimal millis = BigDecimal.valueOf(execution(key)).divide(NANOS_PER_MILLI);
    return millis.stripTrailingZeros().toPlainString() + " ms";
  }

  private long execution(String key) {
    return identity.path("execution").path(key).asLong();
  }

  private static String words(String constant) {
    return constant.equals("REGULAR") ? "from open to close, both included" : "all";
  }

  private static String plain(JsonNode number) {
    return decimal(number).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal decimal(JsonNode number) {
    return new BigDecimal(number.asText("0"));
  }
}
