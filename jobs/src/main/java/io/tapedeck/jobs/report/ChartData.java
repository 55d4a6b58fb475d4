package io.tapedeck.jobs.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers behind the charts, as JSON that is safe inside a script element. */
final class ChartData {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS_PER_DAY = 86_400;

  private ChartData() {}

  static String json(List<EquityCurve> curves, Currency currency) {
    List<Map<String, Object>> windows = new ArrayList<>();
    for (EquityCurve curve : curves) {
      Map<String, Object> window = new LinkedHashMap<>();
      window.put("name", curve.window());
      window.put("seconds", seconds(curve.days()));
      window.put("equity", curve.equity().stream().map(currency::amount).toList());
      window.put("underwater", curve.underwater());
      windows.add(window);
    }
    Map<String, Object> data = new LinkedHashMap<>(); // in this order, in every JVM
    data.put("currency", currency.code());
    data.put("windows", windows);
    try {
      return inScript(JSON.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and names are always JSON", e);
    }
  }

  /** Nothing in it can end the script, open a comment or break a line: the JSON means the same. */
  static String inScript(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Midnight, UTC, of the day before the first session and of each session's date. */
  private static List<Long> seconds(List<DailyEquity> days) {
    List<Long> seconds = new ArrayList<>(days.size() + 1);
    seconds.add(midnight(days.get(0)) - SECONDS_PER_DAY);
    days.forEach(day -> seconds.add(midnight(day)));
    return seconds;
  }

  private static long midnight(DailyEquity day) {
    return day.date().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
