package io.tapedeck.core.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The kernel keeps the rules of the house; {@link PlantedViolationsTest} shows that they bite. */
@AnalyzeClasses(packages = "io.tapedeck.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule coreIsPlainJava = HouseRules.CORE_IS_PLAIN_JAVA;

  @ArchTest static final ArchRule everyPackageHasItsPlace = HouseRules.EVERY_PACKAGE_HAS_ITS_PLACE;

  @ArchTest
  static final ArchRule vocabularyKnowsOnlyVocabulary = HouseRules.VOCABULARY_KNOWS_ONLY_VOCABULARY;

  @ArchTest
  static final ArchRule stagesDoNotKnowEachOther = HouseRules.STAGES_DO_NOT_KNOW_EACH_OTHER;

  @ArchTest
  static final ArchRule nobodyKnowsTheComposition = HouseRules.NOBODY_KNOWS_THE_COMPOSITION;

  @ArchTest static final ArchRule nothingIsAmbient = HouseRules.NOTHING_IS_AMBIENT;

  @ArchTest static final ArchRule iterationHasAnOrder = HouseRules.ITERATION_HAS_AN_ORDER;

  @ArchTest static final ArchRule arithmeticIsStrict = HouseRules.ARITHMETIC_IS_STRICT;

  @ArchTest static final ArchRule staticStateIsFinal = HouseRules.STATIC_STATE_IS_FINAL;
}
