package io.tapedeck.core.metrics;

/**
 * Session returns beside those of a benchmark, the risk-free rate zero. {@link MetricsCalculator}
 * has formulas and sources. All figures are NaN without a benchmark, without returns of the run, or
 * with fewer than two sessions.
 */
final class ActiveReturns {
  private final SessionReturns returns;
  private final SessionReturns benchmark;
  private final int sessionsPerYear;
  private final boolean areComparable;

  ActiveReturns(SessionReturns returns, Benchmark benchmark, int sessionsPerYear) {
    this.returns = returns;
    this.benchmark = benchmark.returns();
    this.sessionsPerYear = sessionsPerYear;
    areComparable = returns.areEnough() && returns.count() == benchmark.sessions();
  }

  /** {@code Σ (r - m)(b - m_b) / Σ (b - m_b)²}; NaN of a benchmark that does not move. */
  double beta() {
    if (!areComparable || benchmark.areAllTheSame()) {
      return Double.NaN;
    }
    double mean = returns.mean();
    double benchmarkMean = benchmark.mean();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < returns.count(); i++) {
      double move = benchmark.at(i) - benchmarkMean;
      products += (returns.at(i) - mean) * move;
      squares += move * move;
    }
    return Quotient.of(products, squares);
  }

  /** {@code (m - beta × m_b) × P}: a year's return that the benchmark does not explain. */
  double alpha() {
    if (!areComparable) {
      return Double.NaN;
    }
    return Quotient.finite((returns.mean() - beta() * benchmark.mean()) * sessionsPerYear);
  }

  /** {@code mean(r - b) / s(r - b) × √P}; NaN if all differences are the same. */
  double informationRatio() {
    if (!areComparable) {
      return Double.NaN;
    }
    double[] differences = returns.toArray();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= benchmark.at(i);
    }
    return SessionReturns.of(differences).sharpe(sessionsPerYear);
  }
}
