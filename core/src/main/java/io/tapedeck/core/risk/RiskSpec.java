package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.order.TradingState;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Limits as a user writes them, in units and currency; {@link #UNLIMITED} where there is none.
 *
 * @param maxOrderSize largest single order, in units (shares, coins); positive
 * @param maxPosition largest absolute position, in units; positive
 * @param maxOrderNotional largest notional of a single order, in the instrument's currency;
 *     positive
 * @param maxPositionNotional largest notional of the worst-case position, in the instrument's
 *     currency; positive
 * @param collarBps furthest that a limit or a trigger may be from the last known price, in basis
 *     points with at most 4 decimals; positive
 * @param restricted symbols in which nothing may be opened or increased; kept sorted
 * @param exposure limits of the whole account's exposure
 * @param flow limits of how orders are sent
 * @param buyingPower what the kind of account allows
 */
@Model("Limits of orders, positions and exposure; an order beyond one is denied.")
public record RiskSpec(
    @Setting(value = "largest single order", unit = "units", range = "above 0")
        BigDecimal maxOrderSize,
    @Setting(value = "largest absolute position", unit = "units", range = "above 0")
        BigDecimal maxPosition,
    @Setting(value = "largest notional of an order", unit = "currency", range = "above 0")
        BigDecimal maxOrderNotional,
    @Setting(
            value = "largest notional of the worst-case position",
            unit = "currency",
            range = "above 0")
        BigDecimal maxPositionNotional,
    @Setting(
            value = "furthest a limit or trigger may be from the last price",
            unit = "basis points",
            range = "above 0, 4 decimals")
        BigDecimal collarBps,
    @Setting("symbols in which nothing may be opened or increased") List<String> restricted,
    ExposureSpec exposure,
    OrderFlow flow,
    BuyingPower buyingPower)
    implements Serializable {
  /** Larger than any size or amount that fits in 64 bits. */
  public static final BigDecimal UNLIMITED = BigDecimal.valueOf(Long.MAX_VALUE);

  public static final RiskSpec NONE = new RiskSpec(UNLIMITED, UNLIMITED, UNLIMITED);

  private static final int SHARE_DECIMALS = 4;

  public RiskSpec {
    requirePositive(maxOrderSize, "maxOrderSize");
    requirePositive(maxPosition, "maxPosition");
    requirePositive(maxOrderNotional, "maxOrderNotional");
    requirePositive(maxPositionNotional, "maxPositionNotional");
    requirePositive(collarBps, "collarBps");
    Require.that(
        collarBps.stripTrailingZeros().scale() <= SHARE_DECIMALS,
        "collarBps must have at most 4 decimals, was %s",
        collarBps);
    restricted = restricted.stream().sorted().distinct().toList();
  }

  /** Limits of sizes and of an order's notional, and nothing else. */
  public RiskSpec(BigDecimal maxOrderSize, BigDecimal maxPosition, BigDecimal maxOrderNotional) {
    this(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        UNLIMITED,
        UNLIMITED,
        List.of(),
        ExposureSpec.NONE,
        OrderFlow.NONE,
        BuyingPower.UNCONSTRAINED);
  }

  public RiskSpec withPositionNotional(BigDecimal most) {
    return new RiskSpec(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        most,
        collarBps,
        restricted,
        exposure,
        flow,
        buyingPower);
  }

  public RiskSpec withCollarBps(BigDecimal bps) {
    return new RiskSpec(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        maxPositionNotional,
        bps,
        restricted,
        exposure,
        flow,
        buyingPower);
  }

  public RiskSpec withRestricted(List<String> symbols) {
    return new RiskSpec(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        maxPositionNotional,
        collarBps,
        symbols,
        exposure,
        flow,
        buyingPower);
  }

  public RiskSpec withExposure(ExposureSpec limits) {
    return new RiskSpec(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        maxPositionNotional,
        collarBps,
        restricted,
        limits,
        flow,
        buyingPower);
  }

  public RiskSpec withFlow(OrderFlow limits) {
    return new RiskSpec(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        maxPositionNotional,
        collarBps,
        restricted,
        exposure,
        limits,
        buyingPower);
  }

  public RiskSpec withBuyingPower(BuyingPower power) {
    return new RiskSpec(
        maxOrderSize,
        maxPosition,
        maxOrderNotional,
        maxPositionNotional,
        collarBps,
        restricted,
        exposure,
        flow,
        power);
  }

  /** The same limits in this instrument's lots and money. */
  public RiskLimits in(Instrument instrument) {
    Currency currency = instrument.currency();
    return new RiskLimits(
        isUnlimited(maxOrderSize) ? Long.MAX_VALUE : instrument.lots(maxOrderSize),
        isUnlimited(maxPosition) ? Long.MAX_VALUE : instrument.lots(maxPosition),
        moneyOf(maxOrderNotional, currency),
        moneyOf(maxPositionNotional, currency),
        isUnlimited(collarBps) ? Long.MAX_VALUE : Share.e8(collarBps.movePointLeft(SHARE_DECIMALS)),
        restricted.contains(instrument.symbol()) ? TradingState.REDUCING : TradingState.ACTIVE);
  }

  static boolean isUnlimited(BigDecimal value) {
    return value.compareTo(UNLIMITED) == 0;
  }

  static long moneyOf(BigDecimal limit, Currency currency) {
    return isUnlimited(limit) ? Long.MAX_VALUE : currency.money(limit);
  }

  static void requirePositive(BigDecimal limit, String name) {
    Require.that(limit.signum() > 0, "%s must be positive, was %s", name, limit);
  }
}
