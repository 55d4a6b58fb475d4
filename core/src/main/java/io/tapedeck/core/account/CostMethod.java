package io.tapedeck.core.account;

import io.tapedeck.core.describe.Model;

/** Which cost the closed part of a position takes with it, and so what a round trip is. */
public enum CostMethod {
  /**
   * All held lots cost the same: closing takes {@code round(basis × closed / held)}, half to even,
   * and all of the basis when all is closed. A round trip goes from flat to flat.
   */
  @Model("All held lots cost the same; a round trip goes from flat to flat.")
  AVERAGE,
  /**
   * The oldest lots are closed first and take their own cost; part of a lot takes {@code round(its
   * basis × closed / its lots)}, half to even. A round trip is what one closing fill took of what
   * one opening fill had added.
   */
  @Model("The oldest lots are closed first; a round trip is each match.")
  FIFO
}
