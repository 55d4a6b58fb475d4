package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.grid.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a sweep into units and chunks: at least four units a core, blocks of 32 to 512 parameter
 * sets, largest units first, chunks of some twenty seconds' work.
 *
 * <p>The cut changes no result, so it may depend on the machine.
 */
public final class SweepPlanner {
  /**
   * How to cut.
   *
   * @param cores cores of the cluster; positive
   * @param leastBlock fewest sets that share a decoding, unless there are fewer
   * @param mostBlock most sets of a unit
   * @param chunkTickLanes ticks times sets that a chunk should have
   * @param leastChunks fewest chunks, unless there are fewer runs; positive
   */
  public record Cut(
      int cores, int leastBlock, int mostBlock, long chunkTickLanes, int leastChunks) {
    private static final int LEAST_BLOCK = 32;
    private static final int MOST_BLOCK = 512;
    private static final long CHUNK_SECONDS = 20;
    private static final int MOST_CHUNKS = 500;

    /** The usual cut for a machine and a size of sweep. */
    public static Cut of(int cores, long tickLanes) {
      long usual = (long) (CostEstimate.TICK_LANES_A_SECOND * CHUNK_SECONDS * cores);
      return new Cut(cores, LEAST_BLOCK, MOST_BLOCK, Math.max(usual, tickLanes / MOST_CHUNKS), 1);
    }

    /** The same for clusters of as many cores that share the chunks. */
    Cut withLeastChunks(int chunks) {
      return new Cut(cores, leastBlock, mostBlock, chunkTickLanes, chunks);
    }
  }

  /** Instruments of an account over a window, and the rows to decode for them. */
  public record Share(List<String> symbols, Window window, long ticks) {}

  private static final int UNITS_A_CORE = 4;

  private SweepPlanner() {}

  /** The plan of a sweep; the same for the same arguments. */
  public static SweepPlan plan(String sweepId, Grid grid, List<Share> shares, Cut cut) {
    List<Block> blocks = blocks(grid, blockSize(grid.count(), shares.size(), cut));
    List<PlannedUnit> units = new ArrayList<>();
    for (Share share : shares) {
      for (Block block : blocks) {
        units.add(
            new PlannedUnit(
                0,
                0,
                share.symbols(),
                share.window(),
                block.from(),
                block.to(),
                block.sets(),
                share.ticks()));
      }
    }
    units.sort(
        Comparator.comparingLong(PlannedUnit::tickLanes)
            .reversed()
            .thenComparing(unit -> String.join("\n", unit.symbols()))
            .thenComparing(unit -> unit.window().label())
            .thenComparingLong(PlannedUnit::fromPosition));
    return SweepPlan.of(sweepId, chunked(units, cut));
  }

  /** Positions of the grid that hold some sets. */
  record Block(long from, long to, int sets) {}

  static long blockSize(long sets, int shares, Cut cut) {
    long units = Math.max(UNITS_A_CORE * (long) cut.cores(), cut.leastChunks());
    long wanted = -Math.floorDiv(-units, shares);
    long size = -Math.floorDiv(-sets, Math.max(1, wanted));
    long least = cut.leastBlock();
    if (cut.leastChunks() > 1) { // smaller blocks rather than clusters without work
      least = Math.max(1, Math.min(least, sets * shares / cut.leastChunks()));
    }
    return Math.max(least, Math.min(cut.mostBlock(), size));
  }

  /** Blocks of this many sets, of nearly equal size. */
  static List<Block> blocks(Grid grid, long size) {
    long sets = grid.count();
    long number = Math.max(1, -Math.floorDiv(-sets, size));
    List<Block> blocks = new ArrayList<>();
    long from = 0;
    long position = 0;
    for (long block = 0; block < number && sets > 0; block++) {
      int target = (int) (sets * (block + 1) / number - sets * block / number);
      int taken = 0;
      while (taken < target) {
        taken += grid.at(position++).isPresent() ? 1 : 0;
      }
      blocks.add(new Block(from, position, taken));
      from = position;
    }
    return blocks;
  }

  private static List<PlannedUnit> chunked(List<PlannedUnit> units, Cut cut) {
    long all = units.stream().mapToLong(PlannedUnit::tickLanes).sum();
    long enough = Math.min(cut.chunkTickLanes(), all / cut.leastChunks());
    int least = Math.min(cut.cores(), Math.max(1, units.size() / cut.leastChunks()));
    List<PlannedUnit> chunked = new ArrayList<>();
    int chunk = 0;
    int inChunk = 0;
    long tickLanes = 0;
    for (PlannedUnit unit : units) {
      int chunksWanted = cut.leastChunks() - chunk - 1;
      boolean isLastChance = units.size() - chunked.size() <= chunksWanted && inChunk > 0;
      if (isLastChance || (tickLanes >= enough && inChunk >= least)) {
        chunk++;
        inChunk = 0;
        tickLanes = 0;
      }
      chunked.add(unit.numbered(chunked.size(), chunk));
      inChunk++;
      tickLanes += unit.tickLanes();
    }
    return chunked;
  }
}
