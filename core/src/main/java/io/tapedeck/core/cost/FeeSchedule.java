package io.tapedeck.core.cost;

import io.tapedeck.core.market.Instrument;
import java.io.Serializable;

/** What a user writes down about fees, before it is known in which units an instrument counts. */
public sealed interface FeeSchedule extends Serializable
    permits NoFees, FeeBps, FeePerShare, FeeMakerTaker, FeeTiered, DutyBps, FeeSum {
  /** The same schedule in this instrument's lots and money. */
  FeeModel in(Instrument instrument);
}
