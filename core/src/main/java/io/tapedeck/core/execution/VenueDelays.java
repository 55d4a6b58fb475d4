package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.market.Instrument;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A delay for each venue: a colocated one is near, another an ocean away.
 *
 * @param byVenue delays by the venue's name as the tape writes it; none depends on venues itself
 * @param otherwise for all other venues, and where the venue is not known
 */
@Model(name = "per_venue", value = "A delay for each venue, as the tape names them.")
public record VenueDelays(SortedMap<String, Delay> byVenue, Delay otherwise) implements Delay {
  public VenueDelays {
    SortedMap<String, Delay> copy = new TreeMap<>();
    copy.putAll(byVenue);
    byVenue = Collections.unmodifiableSortedMap(copy);
    byVenue.forEach((venue, delay) -> requireSimple(venue, delay));
    requireSimple("any other venue", otherwise);
  }

  private static void requireSimple(String venue, Delay delay) {
    Require.that(
        delay != null && !(delay instanceof VenueDelays),
        "the delay of %s must be given and must not depend on venues again, was %s",
        venue,
        delay);
  }

  /** The delay of one venue. */
  public Delay of(String venue) {
    return venue == null ? otherwise : byVenue.getOrDefault(venue, otherwise);
  }

  @Override
  public DelayModel in(String venue, Instrument instrument, long seed, Purpose purpose) {
    return of(venue).in(venue, instrument, seed, purpose);
  }

  @Override
  public boolean isNone() {
    return otherwise.isNone() && byVenue.values().stream().allMatch(Delay::isNone);
  }
}
