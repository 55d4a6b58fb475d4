package io.tapedeck.core.describe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a replaceable assumption: a record, or one constant of an enum of choices. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Model {
  /** What it does, in one sentence. */
  String value();

  /**
   * Its name in job files: lower-case words joined by underscores. Empty for a group of settings
   * that has no alternative, and for constants, which are called as they are.
   */
  String name() default "";
}
