package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.feed.ArrayFeed;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeStrategyTest {
  private static final Universe XYZ =
      new Universe(
          List.of(
              new Universe.Listing(
                  new Instrument(
                      "XYZ",
                      AssetClass.EQUITY,
                      Currency.USD,
                      10_000_000,
                      1_000_000_000,
                      1,
                      1,
                      1,
                      "24/7"),
                  false,
                  true)));

  @TempDir private Path folder;

  @Test
  void theStrategyOfTheReadmeCompilesIntoAJarAndTrades() throws Exception {
    Path jar = jar(compiled(Readme.blocks("java").get(0)));

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      StrategyCatalog catalog = StrategyCatalog.load(loader);
      assertThat(catalog.names()).contains("above-first", "sma-cross");

      RunOutcome outcome = replay(catalog.build("above-first", Map.of("size", "10")));

      // first price 100; 101 is above: bought at the next trade, 102; 99 is below: sold at 98
      assertThat(outcome).isInstanceOf(RunOutcome.Completed.class);
      RunOutcome.Completed completed = (RunOutcome.Completed) outcome;
      assertThat(completed.result().metrics().roundTrips()).isEqualTo(1);
      assertThat(completed.result().metrics().realised())
          .isEqualTo(Currency.USD.money(new BigDecimal("-40"))); // 10 × (98 − 102)
    }
  }

  private Path compiled(String source) throws IOException {
    Path file = Files.createDirectories(folder.resolve("mine")).resolve("AboveFirst.java");
    Files.writeString(file, source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String core = Path.of(location(StrategyProvider.class)).toString();
    int code =
        compiler.run(
            null,
            null,
            null,
            "-cp",
            core,
            "-d",
            classes.toString(),
            "--release",
            "17",
            file.toString());
    assertThat(code).as("exit code of javac").isZero();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(StrategyProvider.class.getName()), "mine.AboveFirst$Named\n");
    return classes;
  }

  private static String location(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }

  private Path jar(Path classes) throws IOException {
    Path jar = folder.resolve("mine.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }

  private static RunOutcome replay(StrategySpec strategy) {
    TradeColumns tape = new TradeColumns(8);
    long[] dollars = {100, 101, 102, 99, 98, 97};
    for (int i = 0; i < dollars.length; i++) {
      tape.add(0, 0, i, 1_000L + i, Missing.VALUE, dollars[i] * 100, 50, 0);
    }
    RunSpec spec =
        RunSpec.of(
            strategy,
            RunCalendar.of(
                List.of(new Session(LocalDate.of(1970, 1, 1), 0, 86_399_999_999_999L)), 365),
            MarketSpec.FRICTIONLESS,
            DeskSpec.unlimited(BigDecimal.valueOf(10_000)));
    return Replay.run(ArrayFeed.of(XYZ, tape), List.of(ReplayLane.of(spec, XYZ, RunListener.NONE)))
        .get(0);
  }
}
