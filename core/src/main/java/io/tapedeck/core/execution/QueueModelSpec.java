package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import java.io.Serializable;

/**
 * How the place of a resting order in the queue at its price is estimated; the names are
 * hftbacktest's.
 *
 * <p>Where the displayed size at an order's price shrinks by more than was traded, something was
 * canceled, either ahead of the order or behind it. A model says what share {@code p} of it was
 * behind, from the size {@code a} ahead and {@code b} behind:
 *
 * <ul>
 *   <li>{@code POWER_PROB}: {@code p = f(b) / (f(b) + f(a))}, {@code f(x) = x^n}
 *   <li>{@code POWER_PROB2}: {@code p = f(b) / f(b + a)}, {@code f(x) = x^n}
 *   <li>{@code POWER_PROB3}: {@code p = 1 - (a / (a + b))^n}
 *   <li>{@code LOG_PROB}: {@code p = f(b) / (f(b) + f(a))}, {@code f(x) = ln(1 + x)}
 *   <li>{@code LOG_PROB2}: {@code p = f(b) / f(b + a)}, {@code f(x) = ln(1 + x)}
 * </ul>
 *
 * <p>An infinite or undefined {@code p} is 1. {@code RISK_ADVERSE} takes all of it to have been
 * behind. {@code NONE} has no queue: a print at the limit fills nothing.
 *
 * <p>Source: N. Kazantsev, hftbacktest, {@code hftbacktest/src/backtest/models/queue.rs} at commit
 * f5e5f06f; after E. Rigtorp, "Estimating order queue position", rigtorp.se, 2013.
 *
 * @param kind the model
 * @param exponent n of the POWER models, positive; 1 with the others
 */
public record QueueModelSpec(Kind kind, double exponent) implements Serializable {
  /** A model's name. */
  public enum Kind {
    @Model("No queue: a print at the limit fills nothing.")
    NONE,
    @Model("What is canceled was behind; only prints advance an order.")
    RISK_ADVERSE,
    @Model("Behind with chance f(b) / (f(b) + f(a)), f(x) = x^n.")
    POWER_PROB,
    @Model("Behind with chance f(b) / f(b + a), f(x) = x^n.")
    POWER_PROB2,
    @Model("Behind with chance 1 - (a / (a + b))^n.")
    POWER_PROB3,
    @Model("Behind with chance f(b) / (f(b) + f(a)), f(x) = ln(1 + x).")
    LOG_PROB,
    @Model("Behind with chance f(b) / f(b + a), f(x) = ln(1 + x).")
    LOG_PROB2;

    /** Whether it is of the family {@code x^n}. */
    public boolean hasExponent() {
      return this == POWER_PROB || this == POWER_PROB2 || this == POWER_PROB3;
    }
  }

  public static final QueueModelSpec NONE = of(Kind.NONE);

  public QueueModelSpec {
    Require.that(kind != null, "a queue model must be given: NONE has no queue");
    Require.that(
        exponent > 0 && exponent < Double.POSITIVE_INFINITY,
        "exponent of %s must be positive, was %s",
        kind,
        exponent);
    Require.that(
        kind.hasExponent() || exponent == 1,
        "exponent %s has no meaning with %s: use POWER_PROB, POWER_PROB2 or POWER_PROB3",
        exponent,
        kind);
  }

  /** A model with exponent 1, or without one. */
  public static QueueModelSpec of(Kind kind) {
    return new QueueModelSpec(kind, 1);
  }

  boolean isNone() {
    return kind == Kind.NONE;
  }

  /**
   * The share of canceled size that was behind an order; of the models that have one.
   *
   * @param ahead lots ahead of it
   * @param behind lots behind it
   */
  double shareBehind(double ahead, double behind) {
    double share =
        switch (kind) {
          case POWER_PROB -> power(behind) / (power(behind) + power(ahead));
          case POWER_PROB2 -> power(behind) / power(behind + ahead);
          case POWER_PROB3 -> 1 - power(ahead / (ahead + behind));
          case LOG_PROB -> log(behind) / (log(behind) + log(ahead));
          case LOG_PROB2 -> log(behind) / log(behind + ahead);
          case NONE, RISK_ADVERSE -> 1;
        };
    return Double.isNaN(share) || Double.isInfinite(share) ? 1 : share;
  }

  private double power(double lots) {
    return StrictMath.pow(lots, exponent);
  }

  private static double log(double lots) {
    return StrictMath.log(1 + lots);
  }
}
