package io.tapedeck.jobs.grid;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameter sets of a sweep: explicit points first, then every combination of a space or a
 * sample of it.
 *
 * <p>Each set has a stable position. A position holds no set if the condition excludes it or if the
 * set is there already, as a point. Sets are computed from their positions: nothing is kept.
 */
public final class Grid implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ParameterSpace space;
  private final List<ParameterSet> points;
  private final Set<ParameterSet> distinctPoints;
  private final Draws draws;
  private final Where where;
  private final long positions;
  private final long count;

  private Grid(ParameterSpace space, List<ParameterSet> points, Draws draws, Where where) {
    this.space = space;
    this.points = points.stream().map(this::complete).toList();
    this.distinctPoints = new HashSet<>(this.points);
    this.draws = draws;
    this.where = where;
    this.positions = countPositions();
    this.count = countSets();
  }

  /**
   * A grid.
   *
   * @param space parameters and their values; combined in full or drawn from, unless there are
   *     points and no parameter varies
   * @param points sets listed one by one; the parameters they leave out must have one value only
   * @param draws what to sample of the space, or empty to take all of it
   * @param where which sets to take
   */
  public static Grid of(
      ParameterSpace space, List<ParameterSet> points, Optional<Draws> draws, Where where) {
    return new Grid(space, points, draws.orElse(null), where);
  }

  /** All combinations of a space. */
  public static Grid of(ParameterSpace space) {
    return of(space, List.of(), Optional.empty(), Where.ALWAYS);
  }

  /** Number of positions; at least the number of sets. */
  public long positions() {
    return positions;
  }

  /** The set at this position, unless it holds none. */
  public Optional<ParameterSet> at(long position) {
    Require.that(
        position >= 0 && position < positions,
        "no position %d in a grid of %d",
        position,
        positions);
    ParameterSet set = candidate(position);
    return isRepeated(position, set) || !where.test(set) ? Optional.empty() : Optional.of(set);
  }

  /** Number of sets. */
  public long count() {
    return count;
  }

  /** Names of all parameters the grid sets. */
  public List<String> names() {
    List<String> names = new ArrayList<>(space.names());
    points.stream()
        .flatMap(point -> point.names().stream())
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /** Names of the parameters that take more than one value. */
  public List<String> varying() {
    List<String> varying = new ArrayList<>();
    for (String name : names()) {
      int axis = space.names().indexOf(name);
      boolean isFixed = axis >= 0 && space.axes().get(axis).size() == 1;
      boolean agree = points.stream().map(point -> point.get(name)).distinct().count() <= 1;
      if (!isFixed || !agree) {
        varying.add(name);
      }
    }
    return varying;
  }

  /** Its definition, for canonical JSON: which sets it has, at which positions. */
  public Map<String, Object> terms() {
    Map<String, Object> terms = new TreeMap<>();
    List<Object> axes = new ArrayList<>();
    for (int i = 0; i < space.names().size(); i++) {
      axes.add(List.of(space.names().get(i), space.axes().get(i).terms()));
    }
    terms.put("axes", axes);
    terms.put("points", points.stream().map(ParameterSet::terms).toList());
    if (draws != null) {
      terms.put("draws", Map.of("count", draws.count(), "seed", draws.seed()));
    }
    terms.put("where", where.text());
    return terms;
  }

  /** Takes time in proportion to the positions if there is a condition, and no memory. */
  private long countSets() {
    if (where == Where.ALWAYS && points.isEmpty()) {
      return positions;
    }
    long sets = 0;
    for (long position = 0; position < positions; position++) {
      sets += at(position).isPresent() ? 1 : 0;
    }
    return sets;
  }

  private ParameterSet candidate(long position) {
    if (position < points.size()) {
      return points.get((int) position);
    }
    long place = position - points.size();
    return space.at(
        draws == null ? place : new KeyedPermutation(space.size(), draws.seed()).at(place));
  }

  private boolean isRepeated(long position, ParameterSet set) {
    return position < points.size()
        ? points.indexOf(set) < position
        : distinctPoints.contains(ordered(set));
  }

  private long countPositions() {
    boolean onlyPoints = !points.isEmpty() && !space.varies();
    if (onlyPoints) {
      return points.size();
    }
    return points.size() + (draws == null ? space.size() : countDraws());
  }

  private long countDraws() {
    KeyedPermutation order = new KeyedPermutation(space.size(), draws.seed());
    long place = 0;
    for (long taken = 0; taken < draws.count() && place < space.size(); place++) {
      ParameterSet set = space.at(order.at(place));
      taken += !distinctPoints.contains(ordered(set)) && where.test(set) ? 1 : 0;
    }
    return place;
  }

  private ParameterSet complete(ParameterSet point) {
    List<String> names = new ArrayList<>(point.names());
    List<ParameterValue> values = new ArrayList<>(point.values());
    for (int i = 0; i < space.names().size(); i++) {
      String name = space.names().get(i);
      Axis axis = space.axes().get(i);
      if (!names.contains(name)) {
        Require.that(
            axis.size() == 1,
            "point (%s) must give %s, which takes %d values",
            point,
            name,
            axis.size());
        names.add(name);
        values.add(axis.at(0));
      }
    }
    return ordered(new ParameterSet(names, values));
  }

  private static ParameterSet ordered(ParameterSet set) {
    List<String> names = set.names().stream().sorted().toList();
    return new ParameterSet(names, names.stream().map(name -> set.get(name).get()).toList());
  }
}
