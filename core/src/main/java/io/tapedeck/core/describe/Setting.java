package io.tapedeck.core.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a {@link Model} record to people and to job files. The record's
 * constructor enforces the range; this annotation documents it.
 *
 * <p>A component that counts in nanoseconds ({@code nanos}, {@code minNanos}) is written as a
 * duration, one that counts in 1e-4 of a unit ({@code bpsE4}) in that unit. A record that is a
 * component without this annotation lends its own settings to the one it is in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What it means, in a few words. */
  String value();

  /** Its name in job files, where it is not the component's in lower case. */
  String name() default "";

  /** Its unit: basis points, units of the currency, sessions. */
  String unit() default "";

  /** Its range, for reading: "from 0 to 10000". */
  String range() default "";

  /** The value used when a job file names none; empty for a setting that must be given. */
  String standard() default "";
}
