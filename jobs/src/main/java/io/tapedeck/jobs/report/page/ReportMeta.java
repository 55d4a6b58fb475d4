package io.tapedeck.jobs.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.report.ReportMetric;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.WindowOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says of itself, near its beginning, so that an index needs no other store.
 *
 * @param kind "sweep" or "run"
 * @param id of the sweep or of the run
 * @param title its name
 * @param question what was asked; empty for a run
 * @param date on which the sweep was begun; empty if it is not known
 * @param trials parameter sets tried
 * @param warnings how many there are
 * @param figures headline figures, as written
 */
public record ReportMeta(
    String kind,
    String id,
    String title,
    String question,
    String date,
    long trials,
    int warnings,
    List<Figures> figures) {
  /** Id of the element that holds it. */
  static final String ELEMENT = "report-meta";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPENING = "<script type=\"application/json\" id=\"" + ELEMENT + "\">";
  private static final String CLOSING = "</script>";

  /** Headline figures of a window, as written. */
  public record Figures(String window, String totalReturn, String sharpe, String maxDrawdown) {}

  public ReportMeta {
    figures = List.copyOf(figures);
  }

  /** What this report says of itself. */
  static ReportMeta of(ReportModel model) {
    List<Figures> figures = new ArrayList<>();
    if (!model.ranking().isEmpty()) {
      List<WindowOutcome> outcomes = model.ranking().get(0).outcomes();
      for (int i = 0; i < outcomes.size(); i++) {
        figures.add(
            new Figures(
                model.windows().get(i).name(),
                ReportMetric.TOTAL_RETURN.of(outcomes.get(i), model.currency()),
                ReportMetric.SHARPE.of(outcomes.get(i), model.currency()),
                ReportMetric.MAX_DRAWDOWN.of(outcomes.get(i), model.currency())));
      }
    }
    return new ReportMeta(
        model.heading().kind().name().toLowerCase(java.util.Locale.ROOT),
        model.heading().id(),
        model.heading().title(),
        model.heading().question(),
        model.heading().date(),
        model.setsTried(),
        model.background().warnings().size(),
        figures);
  }

  /**
   * What a report says of itself.
   *
   * @param page its text, or the beginning of it; none if it is not a report of ours
   */
  public static Optional<ReportMeta> in(String page) {
    int from = page.indexOf(OPENING);
    int to = page.indexOf(CLOSING, Math.max(0, from));
    if (from < 0 || to < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(JSON.readTree(page.substring(from + OPENING.length(), to))));
    } catch (JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }

  private static ReportMeta read(JsonNode json) {
    List<Figures> figures = new ArrayList<>();
    for (JsonNode each : json.path("figures")) {
      figures.add(
          new Figures(
              each.path("window").asText(),
              each.path("return").asText(),
              each.path("sharpe").asText(),
              each.path("drawdown").asText()));
    }
    return new ReportMeta(
        json.path("kind").asText(),
        json.path("id").asText(),
        json.path("title").asText(),
        json.path("question").asText(),
        json.path("date").asText(),
        json.path("trials").asLong(),
        json.path("warnings").asInt(),
        figures);
  }

  /** As JSON that is safe inside a script element. */
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind);
    json.put("id", id);
    json.put("title", title);
    json.put("question", question);
    json.put("date", date);
    json.put("trials", trials);
    json.put("warnings", warnings);
    json.put("figures", figures.stream().map(ReportMeta::json).toList());
    return ChartData.json(json);
  }

  private static Map<String, Object> json(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("window", figures.window());
    json.put("return", figures.totalReturn());
    json.put("sharpe", figures.sharpe());
    json.put("drawdown", figures.maxDrawdown());
    return json;
  }
}
