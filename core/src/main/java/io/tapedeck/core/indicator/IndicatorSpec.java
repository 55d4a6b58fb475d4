package io.tapedeck.core.indicator;

import java.io.Serializable;

/**
 * The definition of an indicator: its expression and its parameters.
 *
 * <p>Equal definitions over the same inputs give the same bits, so one column serves all who ask.
 */
public interface IndicatorSpec extends Serializable {
  /** A fresh indicator, to which nothing was added. */
  Indicator create();
}
