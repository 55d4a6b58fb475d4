package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads local files into buffers by stream. */
final class TapeReader {
  private final SourceTape.Request request;
  private final IntakePlan plan;
  private final TreeMap<Stream, RowBuffer> streams = new TreeMap<>();
  private final TreeMap<String, Fineness> fineness = new TreeMap<>();
  private final List<FileOutcome> files = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, String> fileByContent = new HashMap<>();
  private long firstDay = Long.MAX_VALUE;
  private long lastDay = Long.MIN_VALUE;

  /** What makes a stream, in the order of their numbers; the venue of bars is their price. */
  record Stream(LakeTable table, String symbol, String venue) implements Comparable<Stream> {
    @Override
    public int compareTo(Stream other) {
      int byTable = table.compareTo(other.table);
      int bySymbol = byTable != 0 ? byTable : symbol.compareTo(other.symbol);
      return bySymbol != 0 ? bySymbol : venue.compareTo(other.venue);
    }
  }

  TapeReader(SourceTape.Request request) {
    this.request = request;
    plan =
        new IntakePlan(
            request.format(),
            new Units(request.described()),
            SourceTape.calendars(request),
            request.calendars().calendar(request.format().defaults("").calendar()),
            ArchiveLimits.DEFAULT);
  }

  void readAll() throws RefusedFileException {
    for (SourceFile file : find(request.sources())) {
      read(file.named(request.format().logicalName(file)));
    }
  }

  SortedMap<Stream, RowBuffer> streams() {
    return streams;
  }

  SortedMap<String, Fineness> fineness() {
    return fineness;
  }

  boolean has(String symbol, LakeTable table) {
    return streams.keySet().stream()
        .anyMatch(stream -> stream.table() == table && stream.symbol().equals(symbol));
  }

  boolean hasAuctions(String symbol) {
    return streams.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getKey().symbol().equals(symbol)
                    && entry.getValue() instanceof TapeBuffer buffer
                    && buffer.hasAuctions());
  }

  /** How many trades were left out because they are reports. */
  long reports() {
    return streams.values().stream()
        .mapToLong(rows -> rows instanceof TapeBuffer buffer ? buffer.reports() : 0)
        .sum();
  }

  List<FileOutcome> files() {
    return List.copyOf(files);
  }

  List<String> warnings() {
    return warnings;
  }

  LocalDate first() {
    return LocalDate.ofEpochDay(firstDay);
  }

  LocalDate last() {
    return LocalDate.ofEpochDay(lastDay);
  }

  private void read(SourceFile file) throws RefusedFileException {
    SourceBytes bytes = new SourceBytes.Local();
    FileVerdict verdict =
        new FileCheck(plan, bytes, Set.of(), request.maxQuarantined()).check(file);
    if (verdict.isRefused()) {
      throw new RefusedFileException(
          verdict.refusal(), file.logicalName() + ": " + verdict.detail());
    }
    String content = verdict.digest() + request.format().shape(file).context();
    String first = fileByContent.putIfAbsent(content, file.logicalName());
    if (first != null) {
      warnings.add(file.logicalName() + " holds the same rows as " + first + ": passed over");
      return;
    }
    verdict.fineness().forEach((symbol, fine) -> fineness.merge(symbol, fine, Fineness::max));
    try (FileIntake intake =
        FileIntake.open(
            file,
            bytes.open(file),
            plan,
            row -> take(verdict.table(), row),
            (line, reason) -> {})) {
      files.add(outcome(verdict, intake.readAll()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.location(), e);
    }
  }

  private void take(LakeTable table, ParsedRow row) {
    boolean isWanted =
        (request.first() == null || row.epochDay >= request.first().toEpochDay())
            && (request.last() == null || row.epochDay <= request.last().toEpochDay());
    if (isWanted) {
      firstDay = Math.min(firstDay, row.epochDay);
      lastDay = Math.max(lastDay, row.epochDay);
      streams.computeIfAbsent(stream(table, row), this::buffer).add(row);
    }
  }

  private static Stream stream(LakeTable table, ParsedRow row) {
    String venue = table == LakeTable.BARS ? row.priceKind : row.venue;
    return new Stream(table, row.symbol, venue == null ? "" : venue);
  }

  /** An order must find what it deals at: bars of one side are not enough, and one file has one. */
  private RowBuffer buffer(Stream stream) {
    if (stream.table() != LakeTable.BARS) {
      return new TapeBuffer(stream.table(), request.format().name());
    }
    Require.that(
        stream.venue().equals(BarPrice.LAST.name()),
        "a replay straight from files takes bars of LAST, not of %s; ingest bars of BID and of ASK"
            + " into a lake and replay both from there",
        stream.venue());
    return new BarBuffer(BarPrice.LAST);
  }

  private static FileOutcome outcome(FileVerdict verdict, IntakeCounts counts) {
    return new FileOutcome(
        verdict.file().logicalName(),
        verdict.table().folder(),
        verdict.digest(),
        verdict.file().bytes(),
        FileOutcome.Status.TAKEN,
        null,
        counts,
        "");
  }

  private static List<SourceFile> find(List<Path> sources) {
    List<SourceFile> found = new ArrayList<>();
    for (Path source : sources) {
      try (java.util.stream.Stream<Path> below = Files.walk(source)) {
        List<Path> paths =
            below
                .filter(Files::isRegularFile)
                .filter(path -> path.equals(source) || isReadable(path))
                .sorted(Comparator.comparing(Path::toString))
                .toList();
        for (Path path : paths) {
          String name =
              path.equals(source)
                  ? path.getFileName().toString()
                  : source.relativize(path).toString().replace('\\', '/');
          found.add(
              new SourceFile(
                  name, path.toAbsolutePath().toString().replace('\\', '/'), Files.size(path)));
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot read " + source + ": " + e.getMessage(), e);
      }
    }
    return found;
  }

  private static boolean isReadable(Path path) {
    return SourceDiscovery.isReadable(
        new SourceFile(path.getFileName().toString(), path.toString(), 0));
  }
}
