package io.tapedeck.jobs.cli;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.replay.TickDates;
import io.tapedeck.lake.bar.BarReport;
import io.tapedeck.lake.bar.BarRequest;
import io.tapedeck.lake.bar.BarsJob;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds bars in a lake. */
@Command(
    name = "bars",
    description = {
      "Builds bars from the trades or quotes of a lake into its table bars; building again changes",
      "nothing."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck bars --lake lake --length 1m --length 1h",
      "  tapedeck bars --lake lake --length 5m --price MID --symbols BAC,IBM --from 2013-10-07"
    })
final class BarsCommand implements Verb {
  @Mixin private LakeOption lakeOption;
  @Mixin private LakeSelection selection;

  @Option(
      names = "--length",
      paramLabel = "LENGTH",
      split = ",",
      description = "1s to 1d, as 30s, 1m, 5m, 1h, 1d; may be repeated.")
  private List<String> lengths = List.of();

  @Option(
      names = "--price",
      defaultValue = "LAST",
      description = "LAST is built from trades; BID, ASK and MID from quotes. Default: LAST.")
  private BarPrice price;

  @Override
  public ExitCode run(Console console) {
    if (lengths.isEmpty()) {
      throw UsageException.of("--length is missing: give one or more, such as 1m");
    }
    List<BarLength> parsed = lengths.stream().map(BarLength::parse).toList();
    String root = lakeOption.root(console);
    Lake lake = Lake.at(SessionFactory.open("bars"), root);
    BarReport report = BarsJob.build(lake, request(lake, parsed));
    TextTable table = TextTable.of("units", "ticks", "bars");
    table.row(report.units(), report.ticks(), report.bars()).print(console);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("lengths", lengths);
    answer.put("price", price);
    answer.put("report", report);
    console.json(answer);
    return ExitCode.DONE;
  }

  private BarRequest request(Lake lake, List<BarLength> parsed) {
    LakeTable source = price == BarPrice.LAST ? LakeTable.TRADES : LakeTable.QUOTES;
    List<String> symbols =
        selection.symbols().isEmpty() ? TickDates.symbols(lake, source) : selection.symbols();
    if (symbols.isEmpty()) {
      throw UsageException.of(
          "the lake " + lake.root() + " has no " + source.folder() + ": fill it with ingest");
    }
    DateRange named = selection.dates();
    DateRange there = TickDates.of(lake, Set.of(source), symbols);
    DateRange dates =
        new DateRange(
            named.first().isAfter(there.first()) ? named.first() : there.first(),
            named.last().isBefore(there.last()) ? named.last() : there.last());
    return new BarRequest(symbols, dates.first(), dates.last(), parsed, price);
  }
}
