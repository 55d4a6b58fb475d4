package io.tapedeck.core.order;

/** What the guards of an account and of its positions do. */
public enum RiskEvent {
  /** A limit of the account was reached; what is done about it follows as events of its own. */
  LIMIT_REACHED,
  BECAME_ACTIVE,
  BECAME_REDUCING,
  BECAME_HALTED,
  /** All positions are being closed because a limit asks for it. */
  FLATTENED,
  /** All positions are being closed because of a margin call. */
  LIQUIDATED,
  /** One position is being closed by its guard. */
  CLOSED;

  /** The event of becoming this. */
  public static RiskEvent becoming(TradingState state) {
    return switch (state) {
      case ACTIVE -> BECAME_ACTIVE;
      case REDUCING -> BECAME_REDUCING;
      case HALTED -> BECAME_HALTED;
    };
  }
}
