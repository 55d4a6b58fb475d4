package io.tapedeck.jobs.compare;

/** How far two runs are the same. */
public enum Likeness {
  /** One id. */
  SAME_RUN,
  /** Another id, but every order, fill and mark and every figure is the same. */
  SAME_FIGURES,
  /** Every order, fill and mark is the same, some figure is not. */
  SAME_ORDERS,
  /** Orders, fills or marks differ. */
  OTHER,
  /** One of them has no figures: it failed or was abandoned. */
  NO_FIGURES
}
