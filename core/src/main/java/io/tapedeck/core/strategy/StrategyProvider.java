package io.tapedeck.core.strategy;

/**
 * Makes a strategy known by name; found through {@link java.util.ServiceLoader}, also in a jar
 * outside this project.
 */
public interface StrategyProvider {
  /** Name in job files: lower case words joined by hyphens. */
  String name();

  /** What it does, in one sentence. */
  String summary();

  /** The record of its parameters. */
  Class<? extends StrategySpec> parameters();
}
