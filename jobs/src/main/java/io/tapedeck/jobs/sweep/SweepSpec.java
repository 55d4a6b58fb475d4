package io.tapedeck.jobs.sweep;

import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.jobs.grid.Grid;
import io.tapedeck.jobs.identity.ParameterReader;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobText;
import io.tapedeck.jobs.job.Node;
import io.tapedeck.jobs.job.Overrides;
import io.tapedeck.jobs.job.Strategies;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.RankMetric;
import io.tapedeck.jobs.result.RecordLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sweep as its job file asks for it.
 *
 * @param job what it shares with a replay
 * @param grid parameter sets
 * @param ranges labelled dates: one called all, or train and perhaps test
 * @param rank metric the ranking goes by
 * @param record details to keep; chosen by the size of the sweep if empty
 * @param text the job file with all settings applied, without the lake, to be bound again
 */
public record SweepSpec(
    JobSpec job,
    Grid grid,
    List<LabelledRange> ranges,
    RankMetric rank,
    Optional<RecordLevel> record,
    String text) {
  private static final String LAKE = "lake";

  /** Dates and what they are for. */
  public record LabelledRange(String label, DateRange dates) {}

  /**
   * Binds a job file.
   *
   * @throws UsageException if a key is wrong, missing or unknown
   */
  public static SweepSpec bind(Fields fields) {
    JobSpec job = JobSpec.bind(fields);
    Strategies known = Strategies.found();
    Map<String, StrategyProvider> providers = new TreeMap<>();
    job.strategies().forEach(choice -> providers.put(choice.name(), known.of(choice)));
    List<String> names = ParameterReader.of(job.named(), providers::get).names();
    Grid grid = GridKeys.bind(job.strategies(), fields, names);
    List<LabelledRange> ranges = ranges(fields, job);
    RankMetric rank = fields.choice("rank", RankMetric.class).orElse(RankMetric.SHARPE);
    Optional<RecordLevel> record = fields.choice("record", RecordLevel.class);
    fields.refuseOthers();
    String text = JobText.without(fields.mapping(), LAKE);
    return new SweepSpec(job, grid, ranges, rank, record, text);
  }

  /**
   * Binds a text of {@link #text} over a lake.
   *
   * @param source what messages call the text
   * @throws UsageException if this version, with the strategies it finds, does not take it
   */
  static SweepSpec parse(String text, String source, String lakeRoot) {
    Node.Mapping job = JobText.parse(text, source);
    return bind(Fields.of(Overrides.with(job, LAKE, lakeRoot, source)));
  }

  private static List<LabelledRange> ranges(Fields fields, JobSpec job) {
    Optional<DateRange> train = DateRange.bind(fields, Window.TRAIN);
    Optional<DateRange> test = DateRange.bind(fields, Window.TEST);
    if (train.isEmpty()) {
      if (test.isPresent()) {
        throw fields.refusal(Window.TEST, "needs dates to train on: give train: {from, to}");
      }
      return List.of(new LabelledRange(Window.ALL, job.dates()));
    }
    if (!job.dates().isAll()) {
      throw fields.refusal("dates", "and train are given: remove one of them");
    }
    List<LabelledRange> ranges = new ArrayList<>();
    ranges.add(new LabelledRange(Window.TRAIN, train.get()));
    test.ifPresent(dates -> ranges.add(new LabelledRange(Window.TEST, dates)));
    return List.copyOf(ranges);
  }
}
