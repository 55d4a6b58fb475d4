package io.tapedeck.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SweepQuestionTest {
  private static final SweepQuestion GRID =
      SweepQuestion.of(
          """
          {"grid":{"axes":[["fast",[5,10]],["slow",{"from":20,"step":0.00001,"to":40}],\
          ["size",[100]]],"draws":{"count":50,"seed":7},"points":[],"where":"fast < slow"},\
          "runs":[{"identity":"a","symbols":["BAC"],"window":"train"},\
          {"identity":"b","symbols":["BAC"],"window":"test"},\
          {"identity":"c","symbols":["BAC","IBM"],"window":"train"}],"strategy":"sma-cross"}
          """);

  @Test
  void valuesAreToldAsAJobFileGivesThem() {
    assertThat(GRID.parameters())
        .containsExactly(
            java.util.Map.entry("fast", "5, 10"),
            java.util.Map.entry("slow", "20 to 40 by 0.00001"),
            java.util.Map.entry("size", "100"));
    assertThat(GRID.where()).isEqualTo("fast < slow");
    assertThat(GRID.draws()).isEqualTo("50 with seed 7");
  }

  @Test
  void aParameterWithOneValueDoesNotVary() {
    assertThat(GRID.varying()).containsExactly("fast", "slow");
  }

  @Test
  void eachAccountIsToldOnce() {
    assertThat(GRID.accounts()).containsExactly("BAC", "BAC+IBM");
  }

  @Test
  void listedSetsVaryWhereTheyDiffer() {
    SweepQuestion listed =
        SweepQuestion.of(
            """
            {"grid":{"axes":[["size",[100]]],"points":[{"fast":1,"slow":9,"size":100},\
            {"fast":2,"slow":9,"size":100}],"where":""},"runs":[],"strategy":"sma-cross"}
            """);

    assertThat(listed.varying()).containsExactly("fast");
    assertThat(listed.listedSets()).isEqualTo(2);
    assertThat(listed.draws()).isEmpty();
  }
}
