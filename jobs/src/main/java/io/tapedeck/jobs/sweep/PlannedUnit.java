package io.tapedeck.jobs.sweep;

import java.io.Serializable;
import java.util.List;

/**
 * What one task replays: an account's instruments over a window, for a block of parameter sets.
 *
 * @param number from 0, largest first
 * @param chunk units of a chunk are committed together
 * @param symbols instruments of the account, sorted
 * @param window dates
 * @param fromPosition first position in the grid
 * @param toPosition position after the last
 * @param sets parameter sets between them
 * @param ticks rows it decodes
 */
public record PlannedUnit(
    int number,
    int chunk,
    List<String> symbols,
    Window window,
    long fromPosition,
    long toPosition,
    int sets,
    long ticks)
    implements Serializable {
  public PlannedUnit {
    symbols = List.copyOf(symbols);
  }

  /** Ticks times sets: its cost. */
  public long tickLanes() {
    return ticks * sets;
  }

  PlannedUnit numbered(int newNumber, int newChunk) {
    return new PlannedUnit(
        newNumber, newChunk, symbols, window, fromPosition, toPosition, sets, ticks);
  }

  /** For people. */
  String label() {
    return String.join("+", symbols)
        + " "
        + window.label()
        + " positions "
        + fromPosition
        + " to "
        + (toPosition - 1);
  }
}
