package io.tapedeck.jobs.replay.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.execution.QueueModelSpec;
import io.tapedeck.core.execution.QueueModelSpec.Kind;
import io.tapedeck.core.replay.RunCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Shipped strategies over real ticks come to what is committed of them, to the last digit. What
 * changes a golden file on purpose writes it again with {@code -Dgolden.write=true} and explains
 * its numbers in GOLDEN.md.
 */
class GoldenRunsTest {
  private static final String WRITE = "golden.write";
  private static final LocalDate MONDAY = LocalDate.of(2013, 10, 7);
  private static final LocalDate FRIDAY = LocalDate.of(2013, 10, 11);

  @Test
  void aMarketMakerWaitsInTheQueuesOfBac() throws IOException {
    RealTape tape = RealTape.ofShares(List.of("bac"), MONDAY, MONDAY);
    RunCalendar calendar = tape.calendar();

    check(
        tape,
        GoldenRuns.marketMaker(
            "maker-bac-risk-adverse", QueueModelSpec.of(Kind.RISK_ADVERSE), calendar),
        GoldenRuns.marketMaker(
            "maker-bac-power-prob", new QueueModelSpec(Kind.POWER_PROB, 2), calendar));
  }

  @Test
  void aPairOfBacAndIbmIsTradedByTheBar() throws IOException {
    RealTape tape = RealTape.ofShares(List.of("bac", "ibm"), MONDAY, FRIDAY);

    check(tape, GoldenRuns.pairs(tape.calendar()));
  }

  @Test
  void spyBreaksOutOfItsOpeningRange() throws IOException {
    RealTape tape = RealTape.ofShares(List.of("spy"), MONDAY, FRIDAY);

    check(tape, GoldenRuns.openingRange(tape.calendar()));
  }

  @Test
  void eurUsdRevertsToItsMean() throws IOException {
    RealTape tape = RealTape.ofEurUsd(LocalDate.of(2014, 5, 5), LocalDate.of(2014, 5, 13));

    check(tape, GoldenRuns.reversion(tape.calendar()));
  }

  @Test
  void aShareOfEquityFollowsTheTrendOfEth() throws IOException {
    RealTape tape = RealTape.ofEth(LocalDate.of(2016, 5, 18), LocalDate.of(2025, 12, 31));

    check(tape, GoldenRuns.trend(tape.calendar()), GoldenRuns.holdEth(tape.calendar()));
  }

  @Test
  void ibmIsHeldFromTheClosingAuctionToTheOpeningOne() throws IOException {
    RealTape tape = RealTape.ofShares(List.of("ibm"), MONDAY, FRIDAY);

    check(tape, GoldenRuns.nights(tape.calendar()));
  }

  private static void check(RealTape tape, GoldenRun... runs) throws IOException {
    List<String> texts = tape.replay(List.of(runs));
    for (int i = 0; i < runs.length; i++) {
      Path golden = folder().resolve(runs[i].name() + ".txt");
      if (Boolean.getBoolean(WRITE)) {
        Files.writeString(golden, texts.get(i), UTF_8);
      }
      assertThat(texts.get(i)).isEqualTo(Files.readString(golden, UTF_8));
    }
  }

  private static Path folder() {
    return RealTape.projectRoot().resolve("jobs/src/test/resources/golden");
  }
}
