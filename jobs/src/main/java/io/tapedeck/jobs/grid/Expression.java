package io.tapedeck.jobs.grid;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** A node of a {@link Where} condition. */
sealed interface Expression extends Serializable {
  /** What a node comes to. */
  enum Kind {
    /** True or false. */
    TRUTH,
    /** A number or a text. */
    VALUE
  }

  default Kind kind() {
    return Kind.VALUE;
  }

  /** Its truth; only nodes of kind {@link Kind#TRUTH} have one. */
  default boolean test(ParameterSet set) {
    throw new IllegalStateException("a value is no condition");
  }

  /** Its number. @throws ArithmeticException if it is a text */
  default Fraction number(ParameterSet set) {
    throw new ArithmeticException("a condition is no number");
  }

  /** Its value where it may be a text. */
  default Object value(ParameterSet set) {
    return number(set);
  }

  /** A number that is spelt out. */
  record Literal(BigDecimal literal) implements Expression {
    @Override
    public Fraction number(ParameterSet set) {
      return Fraction.of(literal);
    }
  }

  /** A text in quotes. */
  record Text(String text) implements Expression {
    @Override
    public Fraction number(ParameterSet set) {
      throw new ArithmeticException("'" + text + "' is no number");
    }

    @Override
    public Object value(ParameterSet set) {
      return text;
    }
  }

  /** The value of a parameter. */
  record Parameter(String name) implements Expression {
    @Override
    public Fraction number(ParameterSet set) {
      ParameterValue value = given(set);
      return Fraction.of(
          value
              .number()
              .orElseThrow(
                  () -> new ArithmeticException(name + " is '" + value + "', not a number")));
    }

    @Override
    public Object value(ParameterSet set) {
      ParameterValue value = given(set);
      return value.number().<Object>map(Fraction::of).orElse(value.text());
    }

    private ParameterValue given(ParameterSet set) {
      return set.get(name).orElseThrow(() -> new ArithmeticException("the set gives no " + name));
    }
  }

  /** The opposite of a number. */
  record Negative(Expression of) implements Expression {
    @Override
    public Fraction number(ParameterSet set) {
      return of.number(set).negated();
    }
  }

  /** One of + - * / of two numbers. */
  record Arithmetic(char operator, Expression left, Expression right) implements Expression {
    @Override
    public Fraction number(ParameterSet set) {
      Fraction a = left.number(set);
      Fraction b = right.number(set);
      return switch (operator) {
        case '+' -> a.plus(b);
        case '-' -> a.plus(b.negated());
        case '*' -> a.times(b);
        default -> a.over(b);
      };
    }
  }

  /** A comparison of two values. */
  record Comparison(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Kind kind() {
      return Kind.TRUTH;
    }

    @Override
    public boolean test(ParameterSet set) {
      Object a = left.value(set);
      Object b = right.value(set);
      if (a instanceof Fraction x && b instanceof Fraction y) {
        return holds(x.compareWith(y));
      }
      boolean isEquality = operator.equals("=") || operator.equals("!=");
      if (!isEquality || a instanceof Fraction || b instanceof Fraction) {
        throw new ArithmeticException(
            "texts are compared with texts, by = and != only, not by " + operator);
      }
      return a.equals(b) == operator.equals("=");
    }

    private boolean holds(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        case "=" -> order == 0;
        default -> order != 0;
      };
    }
  }

  /** All of these. */
  record All(List<Expression> of) implements Expression {
    @Override
    public Kind kind() {
      return Kind.TRUTH;
    }

    @Override
    public boolean test(ParameterSet set) {
      return of.stream().allMatch(e -> e.test(set));
    }
  }

  /** Any of these. */
  record Any(List<Expression> of) implements Expression {
    @Override
    public Kind kind() {
      return Kind.TRUTH;
    }

    @Override
    public boolean test(ParameterSet set) {
      return of.stream().anyMatch(e -> e.test(set));
    }
  }

  /** Not this. */
  record Not(Expression of) implements Expression {
    @Override
    public Kind kind() {
      return Kind.TRUTH;
    }

    @Override
    public boolean test(ParameterSet set) {
      return !of.test(set);
    }
  }
}
