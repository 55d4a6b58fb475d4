package io.tapedeck.jobs.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.identity.Assumptions;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.YamlTree;
import io.tapedeck.jobs.report.ReportModel.Fact;
import org.junit.jupiter.api.Test;

class IdentityFactsTest {
  @Test
  void whatAJobAssumesIsToldInWords() {
    assertThat(
            facts(
                """
                fees: {per_share: 0.005, minimum: 1.00, cap_bps: 100}
                slippage_bps: 0.5
                latency: {feed: 1ms, entry: {uniform: {min: 1ms, max: 2ms}}}
                """))
        .contains(
            new Fact("Fees", "per_share (amount 0.005, cap_bps 100, minimum 1)"),
            new Fact("Slippage", "bps (bps 0.5)"),
            new Fact(
                "Latency",
                "entry uniform (max 2 ms, min 1 ms), feed constant (1 ms), response constant"),
            new Fact("Risk limits", "buying_power unconstrained, flow window 1000 ms"),
            new Fact("Marks", "the mid where there are quotes, else the last trade"),
            new Fact("Start cash", "100000"));
  }

  @Test
  void runsOfTheFirstVersionOfTheEngineAreTold() {
    String first =
        "{\"execution\":{\"arrival\":\"STANDING\",\"entry_nanos\":5000000,\"feed_nanos\":0,"
            + "\"slippage_bps_e4\":5000},\"fees\":{\"bps\":1},\"hours\":\"ALL\",\"mark\":\"LAST\","
            + "\"risk\":{\"max_position\":9223372036854775807},\"start_cash\":100000}";

    assertThat(new IdentityFacts(first).assumptions())
        .contains(
            new Fact("Fees", "bps 1"),
            new Fact("Execution", "arrival standing, entry 5 ms, slippage_bps 0.5"),
            new Fact("Risk limits", "none"),
            new Fact("Marks", "the last trade"),
            new Fact("Hours", "all"));
  }

  private static java.util.List<Fact> facts(String lines) {
    String job = "lake: l\nuniverse: [BAC]\nstrategy: {name: sma-cross}\n" + lines;
    JobSpec spec = JobSpec.bind(Fields.of(YamlTree.parse(job, "job.yaml")));
    return new IdentityFacts(Assumptions.of(spec).json()).assumptions();
  }
}
