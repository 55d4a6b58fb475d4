package io.tapedeck.jobs.replay.golden;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.lake.ingest.GenericMapping;
import io.tapedeck.lake.ingest.Profiles;
import io.tapedeck.lake.ingest.RefusedFileException;
import io.tapedeck.lake.ingest.SourceFormat;
import io.tapedeck.lake.ingest.SourceTape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Real market data beside the project, which may not be redistributed with it. Without it a test is
 * skipped, but in CI (environment variable {@code CI}) it fails.
 */
final class RealTape {
  private final SourceTape tape;

  private RealTape(SourceTape tape) {
    this.tape = tape;
  }

  /** Trades and quotes of US shares, from one session date to another. */
  static RealTape ofShares(List<String> symbols, LocalDate first, LocalDate last) {
    SourceFormat format = Profiles.byName("lean-equity");
    List<Path> folders = symbols.stream().map(symbol -> require("equity/" + symbol)).toList();
    List<Path> files = new ArrayList<>();
    first
        .datesUntil(last.plusDays(1))
        .map(date -> date.toString().replace("-", ""))
        .forEach(
            date ->
                folders.forEach(
                    folder -> {
                      files.add(folder.resolve(date + "_trade.zip"));
                      files.add(folder.resolve(date + "_quote.zip"));
                    }));
    return open(files.stream().filter(Files::exists).toList(), format, first, last);
  }

  /** Quotes of EURUSD; a file of one date at UTC-5 has ticks of two session dates. */
  static RealTape ofEurUsd(LocalDate first, LocalDate last) {
    Path folder = require("fx/eurusd");
    return open(List.of(folder), Profiles.byName("lean-forex"), first, last);
  }

  /** Daily bars of ETH in dollars. */
  static RealTape ofEth(LocalDate first, LocalDate last) {
    SourceFormat format =
        GenericMapping.parse(
                """
                name: eth-daily
                table: bars
                symbol: {constant: ETH/USD}
                time: {column: bar_close, unit: ISO}
                columns: {open: open, high: high, low: low, close: close, volume: volume}
                bars: {length: 1d, stamp: close}
                """)
            .format();
    return open(List.of(require("daily/ETH-USD-1d.csv")), format, first, last);
  }

  private static RealTape open(
      List<Path> files, SourceFormat format, LocalDate first, LocalDate last) {
    SourceTape.Request all = SourceTape.Request.of(files, format);
    SourceTape.Request dates =
        new SourceTape.Request(
            files, format, all.maxQuarantined(), all.described(), all.calendars(), first, last);
    try {
      return new RealTape(SourceTape.open(dates));
    } catch (RefusedFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path require(String path) {
    Path found = projectRoot().resolveSibling("shared").resolve("market-data").resolve(path);
    if (Files.exists(found)) {
      return found;
    }
    String message = "no market data at ../shared/market-data/" + path + " beside the project";
    if (System.getenv("CI") != null) {
      Assertions.fail(message);
    }
    Assumptions.abort(message);
    throw new IllegalStateException(message);
  }

  /** The folder of the parent project. */
  static Path projectRoot() {
    Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".git"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not inside the project: " + System.getProperty("user.dir"));
    }
    return folder;
  }

  SourceTape source() {
    return tape;
  }

  /** The sessions of the tape's dates, by the calendar of its first instrument. */
  RunCalendar calendar() {
    Instrument first = tape.universe().instrument(0);
    return RunCalendar.of(
        tape.calendar(first).sessions(tape.first(), tape.last()),
        tape.calendar(first).sessionsPerYear());
  }

  /** Replays these runs side by side, in regular hours, and says what came of each. */
  List<String> replay(List<GoldenRun> runs) {
    List<RunAccount> accounts = runs.stream().map(run -> new RunAccount(run, this)).toList();
    List<ReplayLane> lanes = accounts.stream().map(RunAccount::lane).toList();
    var outcomes = Replay.run(tape.feed(calendar().sessions()), lanes);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      texts.add(accounts.get(i).text(outcomes.get(i)));
    }
    return texts;
  }
}
