package io.tapedeck.core.strategy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a {@link StrategySpec} record to people and to job files.
 *
 * <p>Components may be {@code int}, {@code long}, {@code double}, {@code boolean}, {@link
 * java.math.BigDecimal}, {@link String} or an enum. The record's constructor enforces the range;
 * this annotation documents it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {
  /** What it means, in a few words. */
  String value();

  /** Its unit: quotes, basis points, shares. */
  String unit() default "";

  /** Its range, for reading: "at least 2". */
  String range() default "";

  /** The value used when a job file names none; empty for a parameter that must be given. */
  String standard() default "";
}
