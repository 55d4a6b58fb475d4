package io.tapedeck.core.strategy;

import io.tapedeck.core.indicator.ExponentialMean;
import io.tapedeck.core.indicator.SimpleMean;

/** A mean of the prices that are added to it, of whatever kind. */
interface Mean {
  void add(long price);

  boolean isWarm();

  double value();

  /** All prices of the window alike. */
  record Simple(SimpleMean mean) implements Mean {
    @Override
    public void add(long price) {
      mean.add(price);
    }

    @Override
    public boolean isWarm() {
      return mean.isWarm();
    }

    @Override
    public double value() {
      return mean.value();
    }
  }

  /** Later prices more. */
  record Exponential(ExponentialMean mean) implements Mean {
    @Override
    public void add(long price) {
      mean.add(price);
    }

    @Override
    public boolean isWarm() {
      return mean.isWarm();
    }

    @Override
    public double value() {
      return mean.value();
    }
  }
}
