package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.Overrides;
import io.tapedeck.jobs.job.YamlTree;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.Spread;
import io.tapedeck.jobs.report.read.ReportReader;
import io.tapedeck.jobs.report.shelf.ReportShelf;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.sweep.Sweep;
import io.tapedeck.jobs.sweep.SweepReport;
import io.tapedeck.jobs.sweep.SweepSpec;
import io.tapedeck.lake.ingest.FileOutcome;
import io.tapedeck.lake.ingest.Ingest;
import io.tapedeck.lake.ingest.IngestOptions;
import io.tapedeck.lake.ingest.IngestReport;
import io.tapedeck.lake.ingest.IngestRequest;
import io.tapedeck.lake.ingest.Profiles;
import io.tapedeck.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole way on real trades: ingest, sweep, ranking, report. */
@Command(
    name = "demo",
    description = {
      "Takes 100,000 BTC-USD trades of Bitstamp (2013-11-25 to 2013-12-01) into a lake, replays"
          + " 240",
      "sets of a moving-average cross over them with costs, ranks them and writes an HTML report.",
      "A second run finds its runs there and computes nothing."
    },
    footer = {"", "Examples:", "  tapedeck demo", "  tapedeck demo --lake my-demo"})
final class DemoCommand implements Verb {
  private static final int RANKS_SHOWN = 10;
  private static final String PROFILE = "bitstamp";

  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      description = "Where the tables, the job file and the report go. Default: jobs/target/demo.")
  private Path folder;

  @Override
  public ExitCode run(Console console) throws IOException {
    Path trades = DemoFiles.trades();
    Path root = (folder == null ? DemoFiles.defaultLake() : folder).toAbsolutePath().normalize();
    Files.createDirectories(root);
    Path job = Files.writeString(root.resolve("demo.yaml"), DemoFiles.job());
    Lake lake = Lake.at(SessionFactory.open("demo"), root.toString());

    FileOutcome file = ingest(lake, trades, console);
    if (file.status() == FileOutcome.Status.REFUSED) {
      throw new RefusedException(file.line());
    }
    SweepSpec spec =
        SweepSpec.bind(
            Fields.of(Overrides.with(YamlTree.read(job), "lake", lake.root(), "--lake")));
    SweepReport sweep = sweep(lake, spec, console);
    ReportModel report = new ReportReader(lake).read(sweep.sweepId());
    Path page = Path.of(new ReportShelf(lake).put(report).report());

    List<RankedRun> best =
        new Ranking(new ResultReader(lake)).best(sweep.sweepId(), spec.rank(), RANKS_SHOWN);
    SweepText.ranking(console, best, spec.rank(), spec.grid().varying(), sweep.sets());
    console.print("");
    report.grid().spreads().forEach(spread -> console.print(sentence(spread)));
    next(root, job, page, console);
    console.json(answer(root, job, page, file, sweep, best, report));
    return sweep.failed() + sweep.abandoned() > 0 ? ExitCode.SOME_RUNS_FAILED : ExitCode.DONE;
  }

  private static FileOutcome ingest(Lake lake, Path trades, Console console) {
    IngestRequest request =
        new IngestRequest(trades.toString(), Profiles.byName(PROFILE), IngestOptions.DEFAULT);
    IngestReport report;
    try (ProgressLine line = console.progress("ingest")) {
      report =
          Ingest.run(
              lake, request, (done, total, rows) -> line.update((double) done / total, rows));
    }
    FileOutcome file = report.files().get(0);
    console.print(
        "ingest: "
            + file.status().name().toLowerCase(Locale.ROOT)
            + ": "
            + Figure.count(file.counts().read())
            + " trades read, "
            + Figure.count(file.counts().kept())
            + " kept, "
            + Figure.count(file.counts().quarantined())
            + " quarantined (size 0)");
    return file;
  }

  private static SweepReport sweep(Lake lake, SweepSpec spec, Console console) {
    Sweep sweep = Sweep.of(lake, spec);
    SweepReport report;
    try (ProgressLine line = console.progress("sweep")) {
      report = sweep.run(line::update);
    }
    SweepText.summary(console, report);
    return report;
  }

  private static String sentence(Spread spread) {
    return spread.window()
        + ": "
        + Figure.count(spread.positive())
        + " of "
        + Figure.count(spread.sets())
        + " sets above zero; lowest "
        + spread.unit().format(spread.lowest())
        + ", median "
        + spread.unit().format(spread.median())
        + ", highest "
        + spread.unit().format(spread.highest());
  }

  private static void next(Path root, Path job, Path page, Console console) {
    String lake = shown(root);
    console.print("");
    console.print("Made, all in " + lake + ":");
    console.print("  " + shown(page) + "  the report: open it in a browser");
    console.print("  reports/index.html  the list of the lake's reports");
    console.print("  " + shown(job) + "  the job: change it and sweep again");
    console.print(
        "  trades, instruments, calendars, ingests, quarantine, partition_digests  tables");
    console.print("  results/  sweeps, runs, run_metrics, run_daily and others: tables");
    console.print("Next:");
    for (String command : commands(lake, shown(job))) {
      console.print("  " + command);
    }
  }

  /** What to type next; a test parses each. */
  static List<String> commands(String lake, String job) {
    return List.of(
        "jobs/bin/tapedeck tables --lake " + lake,
        "jobs/bin/tapedeck strategies",
        "jobs/bin/tapedeck replay --lake "
            + lake
            + " --set universe=BTC/USD --set strategy.name=buy-and-hold"
            + " --set strategy.parameters.size=5 --set start_cash=10000",
        "jobs/bin/tapedeck sweep " + job + " --lake " + lake + " --set fees.bps=50",
        "jobs/bin/tapedeck report --lake " + lake + " --out " + lake + "/dearer.html");
  }

  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }

  private static Map<String, Object> answer(
      Path root,
      Path job,
      Path page,
      FileOutcome file,
      SweepReport sweep,
      List<RankedRun> best,
      ReportModel report) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("job", job);
    answer.put("report", page);
    answer.put("ingest", file);
    answer.put("sweep", sweep);
    answer.put("ranking", best);
    answer.put("spreads", report.grid().spreads());
    answer.put("warnings", report.background().warnings());
    return answer;
  }
}
