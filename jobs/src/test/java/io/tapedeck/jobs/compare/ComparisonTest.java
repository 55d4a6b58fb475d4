package io.tapedeck.jobs.compare;

import static io.tapedeck.jobs.compare.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapedeck.jobs.compare.Comparison.Other;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void parametersAndAssumptionsDifferKeyByKey() {
    Runs dearer =
        run("b")
            .with("parameters", new TreeMap<>(Map.of("fast", "5", "slow", "40", "lots", "1")))
            .assuming("{\"fees\":[{\"bps\":7.50,\"kind\":\"bps\"}],\"mark\":\"MID\"}");

    assertThat(compare(run("a"), dearer).differences())
        .extracting(Difference::section, Difference::key, Difference::values)
        .containsExactly(
            tuple(Section.PARAMETERS, "lots", asList(null, "1")),
            tuple(Section.PARAMETERS, "slow", List.of("20", "40")),
            tuple(Section.ASSUMPTIONS, "market.fees[0].bps", List.of("5", "7.5")));
  }

  @Test
  void instrumentsDifferTermByTerm() {
    Runs other = run("b");
    String identity = (String) other.stored().run().get("identity_json");
    other.with("identity_json", identity.replace("10000000", "1000000"));

    assertThat(compare(run("a"), other).differences())
        .extracting(Difference::section, Difference::key, Difference::values)
        .containsExactly(
            tuple(Section.DATA, "XYZ.price quantum (1e-9)", List.of("10000000", "1000000")));
  }

  @Test
  void otherVersionsOfTablesWithTheSameTicksAreTold() {
    Runs later = run("b").with("table_versions", new TreeMap<>(Map.of("trades", 9L)));
    Runs changed =
        run("c")
            .with("table_versions", new TreeMap<>(Map.of("trades", 9L)))
            .with("tape_digest", "t2");

    assertThat(compare(run("a"), later).areOnlyVersionsOther()).isTrue();
    assertThat(compare(run("a"), changed).areOnlyVersionsOther()).isFalse();
    assertThat(compare(run("a"), run("b")).areOnlyVersionsOther()).isFalse();
  }

  @Test
  void figuresStandSideBySideWithTheDifferenceToTheFirst() {
    Runs other =
        run("b")
            .figure("end_equity", new BigDecimal("1007.250000000"))
            .figure("sharpe", 1.25)
            .figure("fills", 6L)
            .figure("denied", new TreeMap<>(Map.of("MAX_ORDER", 1L, "HALTED", 3L)));

    assertThat(compare(run("a"), other).metrics())
        .extracting(MetricLine::metric, MetricLine::differences)
        .containsExactly(
            tuple("end_equity", List.of(new BigDecimal("-2.750000000"))), // 1007.25 - 1010.00
            tuple("sharpe", List.of(-0.25)),
            tuple("fills", List.of(2L)),
            tuple("sessions", List.of(0L)),
            tuple("denied.MAX_ORDER", List.of(-1L)),
            tuple("denied.HALTED", asList((Object) null)));
  }

  @Test
  void infiniteFiguresThatAreTheSameDoNotDiffer() {
    Runs first = run("a").figure("profit_factor", Double.POSITIVE_INFINITY);
    Runs same = run("b").figure("profit_factor", Double.POSITIVE_INFINITY);

    assertThat(compare(first, same).metrics())
        .filteredOn(line -> line.metric().equals("profit_factor"))
        .extracting(MetricLine::differences)
        .containsExactly(List.of(0.0));
  }

  @Test
  void equityPartsOnTheFirstSessionItIsNotTheSame() {
    Comparison comparison =
        compare(
            run("a").equity("1000", "1005", "1010"),
            run("b").with("fingerprint", "bb").equity("1000.00", "1004", "1010"));

    assertThat(comparison.others().get(0).likeness()).isEqualTo(Likeness.OTHER);
    Parting parting = comparison.others().get(0).parting().orElseThrow();
    assertThat(parting.sessions()).isEqualTo(3);
    assertThat(parting.first())
        .contains(new Parting.At("2024-01-09", new BigDecimal("1005"), new BigDecimal("1004")));
  }

  @Test
  void onlySessionsOfBothAreCompared() {
    Comparison comparison =
        compare(run("a").equity("1000", "1005", "1010"), run("b").equity("1000", "1005"));

    assertThat(comparison.others().get(0).parting().orElseThrow().sessions()).isEqualTo(2);
    assertThat(comparison.others().get(0).parting().orElseThrow().first()).isEmpty();
  }

  @Test
  void oneIdIsTheSameRunAndOneFingerprintTheSameFigures() {
    Comparison comparison =
        Comparison.of(
            List.of(
                run("a").compared(),
                run("a").compared(),
                run("b").compared(),
                run("c").figure("sharpe", 2.0).compared(),
                run("d").with("fingerprint", "bb").compared()));

    assertThat(comparison.others())
        .extracting(Other::likeness)
        .containsExactly(
            Likeness.SAME_RUN, Likeness.SAME_FIGURES, Likeness.SAME_ORDERS, Likeness.OTHER);
  }

  @Test
  void runsWithoutFiguresAreComparedWithoutThem() {
    Comparison comparison =
        compare(
            run("a"),
            run("b")
                .with("parameters", new TreeMap<>(Map.of("fast", "30", "slow", "20")))
                .failed("REFUSED", "fast must be below slow"));

    Other other = comparison.others().get(0);
    assertThat(other.likeness()).isEqualTo(Likeness.NO_FIGURES);
    assertThat(other.parting()).isEmpty();
    assertThat(comparison.differences()).extracting(Difference::key).containsExactly("fast");
    assertThat(comparison.metrics().get(0).values())
        .containsExactly(new BigDecimal("1010.000000000"), null);
    assertThat(comparison.metrics().get(0).differences()).containsExactly((Object) null);
  }

  @Test
  void moneyOfSeveralCurrenciesIsNotCompared() {
    Runs euros = run("b").with("currency", "EUR").with("fingerprint", "bb");

    Comparison comparison = compare(run("a").figure("expectancy", 1.0), euros);

    assertThat(comparison.isOneCurrency()).isFalse();
    assertThat(comparison.metrics())
        .extracting(MetricLine::metric)
        .containsExactly("sharpe", "fills", "sessions", "denied.MAX_ORDER");
    assertThat(comparison.others().get(0).parting()).isEmpty();
  }

  @Test
  void aRunOfBeforeThereWereCurrenciesIsInDollars() {
    assertThat(compare(run("a"), run("b").with("currency", null)).isOneCurrency()).isTrue();
  }

  private static Comparison compare(Runs first, Runs other) {
    return Comparison.of(List.of(first.compared(), other.compared()));
  }

  private static List<Object> asList(Object... values) {
    return java.util.Arrays.asList(values);
  }
}
