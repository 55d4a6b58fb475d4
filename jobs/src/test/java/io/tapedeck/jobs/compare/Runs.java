package io.tapedeck.jobs.compare;

import io.tapedeck.jobs.result.StoredRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stored runs for tests: one of XYZ over three sessions, changed as a test needs. */
public final class Runs {
  private final Map<String, Object> run = new LinkedHashMap<>();
  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private final List<Map<String, Object>> daily = new ArrayList<>();

  private Runs(String id) {
    run.put("run_id", id);
    run.put("strategy", "sma-cross");
    run.put("strategy_digest", "d1");
    run.put("parameters", new TreeMap<>(Map.of("fast", "5", "slow", "20")));
    run.put("symbols", List.of("XYZ"));
    run.put("first_date", "2024-01-08");
    run.put("last_date", "2024-01-10");
    run.put("currency", "USD");
    run.put("record", "DAILY");
    run.put("status", "COMPLETED");
    run.put("warnings", List.of("NO_FEES"));
    run.put("fingerprint", "00000000000000aa");
    run.put("engine_semantics", 2);
    run.put("tape_digest", "t1");
    run.put("calendar_digest", "c1");
    run.put("table_versions", new TreeMap<>(Map.of("trades", 3L)));
    assuming("{\"fees\":[{\"bps\":5,\"kind\":\"bps\"}],\"mark\":\"MID\"}");
    metrics.put("run_id", id);
    metrics.put("end_equity", new BigDecimal("1010.000000000"));
    metrics.put("sharpe", 1.5);
    metrics.put("fills", 4L);
    metrics.put("sessions", 3);
    metrics.put("denied", new TreeMap<>(Map.of("MAX_ORDER", 2L)));
    equity("1000", "1005", "1010");
  }

  public static Runs run(String id) {
    return new Runs(id);
  }

  public Runs with(String column, Object value) {
    run.put(column, value);
    return this;
  }

  public Runs figure(String column, Object value) {
    metrics.put(column, value);
    return this;
  }

  /** What its identity says of the market; the rest of it stays. */
  public Runs assuming(String market) {
    run.put(
        "identity_json",
        """
        {"calendar":"c1","desk":{"start_cash":1000},"engine":2,"first":"2024-01-08",\
        "last":"2024-01-10","market":MARKET,"parameters":{"fast":5,"slow":20},\
        "strategy":"sma-cross","strategy_digest":"d1","tape":"t1",\
        "universe":"[[\\"XYZ\\",\\"EQUITY\\",\\"USD\\",8,10000000]]"}"""
            .replace("MARKET", market));
    return this;
  }

  /** Equities at the closes from 2024-01-08 on. */
  public Runs equity(String... amounts) {
    daily.clear();
    for (int i = 0; i < amounts.length; i++) {
      Map<String, Object> day = new LinkedHashMap<>();
      day.put("date", "2024-01-" + String.format("%02d", 8 + i));
      day.put("equity", new BigDecimal(amounts[i]));
      daily.add(day);
    }
    return this;
  }

  public Runs failed(String reason, String detail) {
    run.put("status", "FAILED");
    run.put("reason", reason);
    run.put("detail", detail);
    run.put("fingerprint", null);
    metrics.clear();
    daily.clear();
    return this;
  }

  public StoredRun stored() {
    return new StoredRun(run, metrics, daily);
  }

  public ComparedRun compared() {
    return ComparedRun.of(stored());
  }
}
