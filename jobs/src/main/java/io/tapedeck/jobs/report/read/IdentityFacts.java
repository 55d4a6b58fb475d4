package io.tapedeck.jobs.report.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.report.ReportModel.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a run's identity says of its assumptions, in words. */
final class IdentityFacts {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** What was assumed of the market's answer and of the desk. */
  List<Fact> assumptions() {
    JsonNode market = identity.path("market");
    JsonNode desk = identity.path("desk");
    List<Fact> facts = new ArrayList<>();
    if (market.isMissingNode()) { // a run of the first version of the engine
      facts.add(new Fact("Fees", words(identity.path("fees"))));
      facts.add(new Fact("Execution", words(identity.path("execution"))));
      facts.add(new Fact("Risk limits", words(identity.path("risk"))));
      facts.add(new Fact("Marks", mark(identity.path("mark").asText())));
      facts.add(new Fact("Start cash", plain(identity.path("start_cash"))));
    } else {
      facts.add(new Fact("Fees", words(market.path("fees"))));
      facts.add(new Fact("Slippage", words(market.path("slippage"))));
      facts.add(new Fact("Latency", words(market.path("latency"))));
      facts.add(new Fact("Execution", words(market.path("execution"))));
      facts.add(new Fact("Financing", words(market.path("financing"))));
      facts.add(new Fact("Account", words(desk.path("account"))));
      facts.add(new Fact("Risk limits", words(desk.path("risk"))));
      facts.add(new Fact("Loss limits", words(desk.path("account_guard"))));
      facts.add(new Fact("Position guards", words(desk.path("position_guard"))));
      facts.add(new Fact("Sizing", words(desk.path("sizing"))));
      facts.add(new Fact("Marks", mark(market.path("mark").asText())));
      facts.add(new Fact("Warm-up", plain(identity.path("warm_up_sessions")) + " sessions"));
      facts.add(new Fact("Start cash", plain(desk.path("start_cash"))));
    }
    facts.add(new Fact("Open positions", "are marked at the end, not closed"));
    facts.add(new Fact("Hours", hours(identity.path("hours").asText())));
    return facts;
  }

  /** Symbol of what the run is compared with; empty for nothing. */
  String benchmark() {
    return identity.path("benchmark").asText("");
  }

  /** Length of the bars that were replayed, such as 1h; empty if none were. */
  String barLength() {
    return identity.path("tape_bars").asText("").replaceAll("[^0-9a-z].*", "");
  }

  private static String words(JsonNode node) {
    String words = IdentityWords.of(node);
    return words.isEmpty() ? "none" : words;
  }

  private static String mark(String rule) {
    return switch (rule) {
      case "AUTO" -> "the mid where there are quotes, else the last trade";
      case "LAST" -> "the last trade";
      case "MID" -> "the mid of the last two-sided quote";
      case "LIQUIDATION" -> "what closing would pay";
      default -> rule;
    };
  }

  private static String hours(String constant) {
    return constant.equals("REGULAR") ? "from open to close, both included" : "all";
  }

  private static String plain(JsonNode number) {
    return new BigDecimal(number.asText("0")).stripTrailingZeros().toPlainString();
  }
}
