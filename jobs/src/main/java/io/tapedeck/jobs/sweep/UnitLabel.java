package io.tapedeck.jobs.sweep;

import org.apache.spark.util.AccumulatorV2;

/**
 * Says on Spark's pages which unit a task replayed. Of a stage it says the unit that ended last:
 * one label, however many units there are.
 */
final class UnitLabel extends AccumulatorV2<String, String> {
  private static final long serialVersionUID = 1L;
  private static final String NONE = "";

  private String label = NONE;

  @Override
  public boolean isZero() {
    return label.isEmpty();
  }

  @Override
  public UnitLabel copy() {
    UnitLabel copy = new UnitLabel();
    copy.label = label;
    return copy;
  }

  @Override
  public void reset() {
    label = NONE;
  }

  @Override
  public void add(String unit) {
    label = unit;
  }

  @Override
  public void merge(AccumulatorV2<String, String> later) {
    label = later.isZero() ? label : later.value();
  }

  @Override
  public String value() {
    return label;
  }
}
