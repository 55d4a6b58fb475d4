package io.tapedeck.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of the house that byte code can tell, for the kernel. */
final class HouseRules {
  private static final String ROOT = "io.tapedeck.core";

  private static final String[] VOCABULARY =
      packages(
          "contract",
          "describe",
          "market",
          "order",
          "account",
          "cost",
          "indicator",
          "bar",
          "chance");
  private static final String[] STAGES =
      packages("feed", "strategy", "risk", "execution", "blotter", "ledger", "metrics");
  private static final String[] COMPOSITION = packages("replay");

  /** Methods that read a clock, the host's zone, or luck that no seed decides. */
  private static final Map<String, List<String>> AMBIENT =
      Map.of(
          "java.lang.System", List.of("currentTimeMillis", "nanoTime", "getenv"),
          "java.lang.Math", List.of("random"),
          "java.lang.StrictMath", List.of("random"),
          "java.util.UUID", List.of("randomUUID"),
          "java.time.ZoneId", List.of("systemDefault"),
          "java.util.TimeZone", List.of("getDefault"),
          "java.time.Clock", List.of("systemUTC", "systemDefaultZone", "system"),
          "java.util.concurrent.ThreadLocalRandom", List.of("current"));

  /** Collections whose order of iteration is not part of their contract. */
  private static final List<String> UNORDERED =
      List.of(
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap",
          "java.util.Hashtable",
          "java.util.concurrent.ConcurrentHashMap");

  /** Methods that make such collections. */
  private static final Map<String, List<String>> UNORDERED_FACTORIES =
      Map.of(
          "java.util.Set", List.of("of", "copyOf"),
          "java.util.Map", List.of("of", "ofEntries", "copyOf"),
          "java.util.stream.Collectors",
              List.of(
                  "toSet",
                  "toMap",
                  "toUnmodifiableSet",
                  "toUnmodifiableMap",
                  "groupingBy",
                  "partitioningBy"));

  /** Methods of Math whose results may differ from one machine to the next. */
  private static final Map<String, List<String>> INEXACT =
      Map.of(
          "java.lang.Math",
          List.of(
              "pow", "exp", "expm1", "log", "log10", "log1p", "sin", "cos", "tan", "asin", "acos",
              "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "fma"));

  static final ArchRule CORE_IS_PLAIN_JAVA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(ROOT + "..", "java..")
          .because("the kernel runs the same inside Spark, a test and a notebook");

  static final ArchRule EVERY_PACKAGE_HAS_ITS_PLACE =
      classes()
          .should()
          .resideInAnyPackage(all(VOCABULARY, STAGES, COMPOSITION))
          .because("a package is vocabulary, a stage or the composition");

  static final ArchRule VOCABULARY_KNOWS_ONLY_VOCABULARY =
      classes()
          .that()
          .resideInAnyPackage(VOCABULARY)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(all(VOCABULARY, new String[] {"java.."}))
          .because("whoever speaks of the market need not know how it is simulated");

  static final ArchRule STAGES_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching(ROOT + ".(feed|strategy|risk|execution|blotter|ledger|metrics)..")
          .should()
          .notDependOnEachOther();

  static final ArchRule NOBODY_KNOWS_THE_COMPOSITION =
      noClasses()
          .that()
          .resideInAnyPackage(all(VOCABULARY, STAGES))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMPOSITION)
          .because("only replay sees every stage");

  static final ArchRule NOTHING_IS_AMBIENT =
      noClasses()
          .should()
          .accessTargetWhere(ownedBy(AMBIENT).or(temporalNow()).or(unseededRandom()))
          .because("a run is a pure function of its tape and its parameters");

  static final ArchRule ITERATION_HAS_AN_ORDER =
      noClasses()
          .should()
          .dependOnClassesThat(namedOneOf(UNORDERED))
          .orShould()
          .accessTargetWhere(ownedBy(UNORDERED_FACTORIES))
          .because("hash order differs from one JVM to the next: use Tree, Linked or Enum maps");

  static final ArchRule ARITHMETIC_IS_STRICT =
      noClasses()
          .should()
          .accessTargetWhere(ownedBy(INEXACT))
          .because("the same run gives the same bits on every machine: use StrictMath");

  static final ArchRule STATIC_STATE_IS_FINAL =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("runs in one JVM share nothing that changes");

  private HouseRules() {}

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
  }

  private static String[] all(String[]... groups) {
    return Stream.of(groups).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> namedOneOf(List<String> names) {
    return DescribedPredicate.describe(
        "are one of " + names, type -> names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> ownedBy(Map<String, List<String>> methods) {
    return DescribedPredicate.describe(
        "is one of " + methods,
        access ->
            methods
                .getOrDefault(access.getTargetOwner().getName(), List.of())
                .contains(access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> temporalNow() {
    return DescribedPredicate.describe(
        "reads the time of day",
        access ->
            access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now"));
  }

  private static DescribedPredicate<JavaAccess<?>> unseededRandom() {
    List<String> generators =
        List.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");
    return DescribedPredicate.describe(
        "makes an unseeded generator",
        access ->
            generators.contains(access.getTargetOwner().getName())
                && access.getTarget().getFullName().endsWith("<init>()"));
  }
}
