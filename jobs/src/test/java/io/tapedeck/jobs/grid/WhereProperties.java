package io.tapedeck.jobs.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The condition a text spells is the condition that was meant, by an evaluator of its own. */
class WhereProperties {
  private static final List<String> NAMES = List.of("a", "b");

  /** A random condition: how it is written, and what it comes to for given values. */
  record Meant(String text, Map<List<Integer>, Boolean> truth) {}

  private record Sum(String text, java.util.function.BiFunction<Integer, Integer, BigDecimal> at) {}

  @Property(tries = 500)
  void textMeansWhatItSays(@ForAll("conditions") Meant meant) {
    Where where = Where.parse(meant.text(), NAMES);

    meant
        .truth()
        .forEach(
            (values, expected) ->
                assertThat(where.test(set(values.get(0), values.get(1))))
                    .as("%s for %s", meant.text(), values)
                    .isEqualTo(expected));
  }

  @Provide
  Arbitrary<Meant> conditions() {
    return truths(3);
  }

  private Arbitrary<Meant> truths(int depth) {
    Arbitrary<Meant> comparisons =
        Combinators.combine(sums(2), Arbitraries.of("<", "<=", ">", ">=", "=", "==", "!="), sums(2))
            .as(WhereProperties::compared);
    if (depth == 0) {
      return comparisons;
    }
    Arbitrary<Meant> joined =
        Combinators.combine(truths(depth - 1), Arbitraries.of("and", "or"), truths(depth - 1))
            .as(WhereProperties::joined);
    Arbitrary<Meant> negated = truths(depth - 1).map(WhereProperties::negated);
    return Arbitraries.oneOf(comparisons, joined, negated);
  }

  private Arbitrary<Sum> sums(int depth) {
    Arbitrary<Sum> literals =
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, BigDecimal.TEN)
            .ofScale(1)
            .map(number -> new Sum(number.toPlainString(), (a, b) -> number));
    Arbitrary<Sum> leaves =
        Arbitraries.oneOf(
            literals,
            Arbitraries.just(new Sum("a", (a, b) -> BigDecimal.valueOf(a))),
            Arbitraries.just(new Sum("b", (a, b) -> BigDecimal.valueOf(b))));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Sum> joined =
        Combinators.combine(sums(depth - 1), Arbitraries.of('+', '-', '*'), sums(depth - 1))
            .as(WhereProperties::arithmetic);
    return Arbitraries.oneOf(leaves, joined);
  }

  private static Sum arithmetic(Sum left, char operator, Sum right) {
    return new Sum(
        "(" + left.text() + " " + operator + right.text() + ")",
        (a, b) -> {
          BigDecimal x = left.at().apply(a, b);
          BigDecimal y = right.at().apply(a, b);
          return operator == '+' ? x.add(y) : operator == '-' ? x.subtract(y) : x.multiply(y);
        });
  }

  private static Meant compared(Sum left, String operator, Sum right) {
    return new Meant(
        left.text() + operator + right.text(),
        forAll(
            (a, b) -> {
              int order = left.at().apply(a, b).compareTo(right.at().apply(a, b));
              return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "!=" -> order != 0;
                default -> order == 0;
              };
            }));
  }

  private static Meant joined(Meant left, String word, Meant right) {
    return new Meant(
        "(" + left.text() + ") " + word + " (" + right.text() + ")",
        forAll(
            (a, b) -> {
              boolean x = left.truth().get(List.of(a, b));
              boolean y = right.truth().get(List.of(a, b));
              return word.equals("and") ? x && y : x || y;
            }));
  }

  private static Meant negated(Meant of) {
    return new Meant("not (" + of.text() + ")", forAll((a, b) -> !of.truth().get(List.of(a, b))));
  }

  private static Map<List<Integer>, Boolean> forAll(
      java.util.function.BiPredicate<Integer, Integer> condition) {
    Map<List<Integer>, Boolean> truth = new java.util.HashMap<>();
    for (int a = -1; a <= 3; a++) {
      for (int b = 0; b <= 2; b++) {
        truth.put(List.of(a, b), condition.test(a, b));
      }
    }
    return truth;
  }

  private static ParameterSet set(int a, int b) {
    return new ParameterSet(NAMES, List.of(ParameterValue.of(a), ParameterValue.of(b)));
  }
}
