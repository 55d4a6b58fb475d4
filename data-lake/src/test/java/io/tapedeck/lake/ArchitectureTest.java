package io.tapedeck.lake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The lake's place in the house. */
@AnalyzeClasses(packages = "io.tapedeck.lake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theLakeKnowsWhatTicksAreAndNotWhatBecomesOfThem =
      noClasses()
          .that()
          .resideInAPackage("io.tapedeck.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tapedeck.core.strategy..",
              "io.tapedeck.core.risk..",
              "io.tapedeck.core.execution..",
              "io.tapedeck.core.blotter..",
              "io.tapedeck.core.ledger..",
              "io.tapedeck.core.metrics..",
              "io.tapedeck.core.replay..",
              "io.tapedeck.jobs..");

  @ArchTest
  static final ArchRule tablesKnowNothingOfWhoFillsOrReadsThem =
      noClasses()
          .that()
          .resideInAPackage("io.tapedeck.lake.table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tapedeck.lake.calendar..",
              "io.tapedeck.lake.ingest..",
              "io.tapedeck.lake.scan..",
              "io.tapedeck.lake.bar..",
              "io.tapedeck.lake.compact..",
              "io.tapedeck.lake.arrow..",
              "io.tapedeck.lake.export..",
              "io.tapedeck.lake.history..");

  @ArchTest
  static final ArchRule arrowKnowsFilesAndNotWhatIsInThem =
      noClasses()
          .that()
          .resideInAPackage("io.tapedeck.lake.arrow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tapedeck.lake.table..",
              "io.tapedeck.lake.calendar..",
              "io.tapedeck.lake.ingest..",
              "io.tapedeck.lake.scan..",
              "io.tapedeck.lake.bar..",
              "io.tapedeck.lake.compact..",
              "io.tapedeck.lake.export..");

  @ArchTest
  static final ArchRule onlyOneRoomTouchesArrow =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tapedeck.lake.arrow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.arrow..");

  @ArchTest
  static final ArchRule roomsDoNotDependOnEachOtherInCircles =
      slices().matching("io.tapedeck.lake.(*)..").should().beFreeOfCycles();
}
