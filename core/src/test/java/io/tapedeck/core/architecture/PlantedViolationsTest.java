package io.tapedeck.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the house catches the violation that is planted for it. */
class PlantedViolationsTest {
  private static final JavaClasses PLANTED =
      new ClassFileImporter()
          .importPackages(
              "io.tapedeck.core.market.planted",
              "io.tapedeck.core.ledger.planted",
              "io.tapedeck.core.execution.planted",
              "io.tapedeck.core.util");

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }

  private static void assertCaught(ArchRule rule, String what) {
    assertThat(violations(rule)).anySatisfy(line -> assertThat(line).contains(what));
  }

  @Test
  void aLibraryInTheKernelIsCaught() {
    assertCaught(HouseRules.CORE_IS_PLAIN_JAVA, "PlantedSpark");
  }

  @Test
  void aPackageWithoutAPlaceIsCaught() {
    assertCaught(HouseRules.EVERY_PACKAGE_HAS_ITS_PLACE, "PlantedUtil");
  }

  @Test
  void vocabularyThatKnowsAStageIsCaught() {
    assertCaught(HouseRules.VOCABULARY_KNOWS_ONLY_VOCABULARY, "PlantedQuote");
  }

  @Test
  void aStageThatKnowsAnotherIsCaught() {
    assertCaught(HouseRules.STAGES_DO_NOT_KNOW_EACH_OTHER, "PlantedVenue");
  }

  @Test
  void aStageThatKnowsTheCompositionIsCaught() {
    assertCaught(HouseRules.NOBODY_KNOWS_THE_COMPOSITION, "PlantedLedger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wallClock",
        "stopWatch",
        "now",
        "today",
        "clock",
        "hostZone",
        "mathRandom",
        "unseeded",
        "threadLocal",
        "unique"
      })
  void clocksAndLuckAreCaught(String method) {
    assertCaught(HouseRules.NOTHING_IS_AMBIENT, "PlantedLuck." + method + "()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashMap", "hashSet", "mapOf", "setOf", "collected"})
  void iterationInHashOrderIsCaught(String method) {
    assertCaught(HouseRules.ITERATION_HAS_AN_ORDER, "PlantedHash." + method + "()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"power", "fused"})
  void arithmeticThatDiffersBetweenMachinesIsCaught(String method) {
    assertCaught(HouseRules.ARITHMETIC_IS_STRICT, "PlantedArithmetic." + method + "(double)");
  }

  @Test
  void sharedStateIsCaught() {
    assertCaught(HouseRules.STATIC_STATE_IS_FINAL, "PlantedArithmetic.shared");
  }

  @Test
  void whatIsAllowedIsNotCaught() {
    assertThat(violations(HouseRules.NOTHING_IS_AMBIENT))
        .noneSatisfy(line -> assertThat(line).contains("PlantedLuck.seeded()"));
    assertThat(violations(HouseRules.ARITHMETIC_IS_STRICT))
        .noneSatisfy(line -> assertThat(line).contains("PlantedArithmetic.root(double)"));
  }
}
