package io.tapedeck.core.replay;

/** The version of the rules by which a run turns a tape into an outcome. */
public final class EngineVersion {
  /**
   * Rises whenever the same tape and the same parameters may come to other numbers; part of every
   * run's identity.
   */
  public static final int SEMANTICS = 2;

  private EngineVersion() {}
}
