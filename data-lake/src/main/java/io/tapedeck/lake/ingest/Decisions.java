package io.tapedeck.lake.ingest;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What happens to each file of a request, by what the first pass found and the lake has. */
final class Decisions {
  private final Lake lake;
  private final IngestLog log;
  private final SourceFormat format;
  private final IngestOptions options;
  private final String formatDigest;
  private final List<FileVerdict> taken = new ArrayList<>();
  private final List<FileVerdict> copies = new ArrayList<>();
  private final List<FileOutcome> outcomes = new ArrayList<>();
  private Map<String, Set<PartitionKey>> replaced = Map.of();

  Decisions(Lake lake, IngestLog log, SourceFormat format, IngestOptions options) {
    this.lake = lake;
    this.log = log;
    this.format = format;
    this.options = options;
    formatDigest = Ordinals.hex(format.fingerprint());
  }

  /** Files that need not be read again, as {@link FileCheck#knownKey} lists them. */
  Set<String> knownDigests() {
    Set<String> known = new HashSet<>();
    if (!options.reread()) {
      for (IngestLog.Entry entry : log.all()) {
        if (entry.formatDigest().equals(formatDigest)) {
          known.add(entry.digest() + " " + entry.file());
        }
      }
    }
    return known;
  }

  /** Sorts verdicts, which are in the order of their names, into what is done with them. */
  void decide(List<FileVerdict> verdicts) {
    List<FileVerdict> candidates = new ArrayList<>();
    Set<String> known = knownDigests();
    for (FileVerdict verdict : verdicts) {
      if (verdict.isRefused()) {
        refuse(verdict);
      } else if (known.contains(FileCheck.knownKey(verdict.file(), verdict.digest()))) {
        unchanged(verdict);
      } else {
        candidates.add(verdict);
      }
    }
    List<FileVerdict> originals = withoutCopies(candidates);
    Clashes clashes = new Clashes(format, log);
    replaced = earlierPartitions(originals);
    for (FileVerdict verdict : originals) {
      String problem = clashes.problemOf(verdict);
      if (problem == null && isDisjoint(verdict) && !options.replaceDisjoint()) {
        problem =
            "shares no symbol and date with the version of it in force, so it is taken for another "
                + "file of the same name; give the folder above it as the source, or ask for it to "
                + "be replaced";
      }
      if (problem == null) {
        taken.add(verdict);
      } else {
        refuse(verdict.refusedFor(RefusalReason.CLASH, problem));
      }
    }
  }

  List<FileVerdict> taken() {
    return taken;
  }

  List<Batch> batches() {
    return Batch.cut(taken, replaced);
  }

  /** The log entries of a batch that has been written; also settles its outcomes. */
  List<IngestLog.Entry> entries(Batch batch, Map<String, Long> duplicates) {
    List<IngestLog.Entry> entries = new ArrayList<>();
    for (FileVerdict verdict : batch.files()) {
      String name = verdict.file().logicalName();
      IntakeCounts counts = verdict.counts().withDuplicates(duplicates.getOrDefault(name, 0L));
      boolean isNew = log.inForce(name).isEmpty();
      String detail =
          log.inForce(name)
              .map(old -> "replaces the version " + old.digest().substring(0, 12))
              .orElse("");
      entries.add(entry(verdict, counts));
      outcomes.add(
          outcome(
              verdict,
              isNew ? FileOutcome.Status.TAKEN : FileOutcome.Status.CORRECTED,
              counts,
              detail));
    }
    return entries;
  }

  /** Records files that only repeat others, so that they are unchanged from now on. */
  void recordCopies(IngestLog ingests) {
    if (!copies.isEmpty()) {
      ingests.append(
          copies.stream().map(copy -> entry(copy, allDuplicate(copy.counts()))).toList());
    }
  }

  List<FileOutcome> outcomes() {
    return outcomes.stream().sorted(Comparator.comparing(FileOutcome::file)).toList();
  }

  private void refuse(FileVerdict verdict) {
    outcomes.add(
        new FileOutcome(
            verdict.file().logicalName(),
            verdict.table() == null ? "" : verdict.table().folder(),
            verdict.digest(),
            verdict.file().bytes(),
            FileOutcome.Status.REFUSED,
            verdict.refusal(),
            verdict.counts(),
            verdict.detail()));
  }

  private void unchanged(FileVerdict verdict) {
    IngestLog.Entry old = log.inForce(verdict.file().logicalName()).orElseThrow();
    outcomes.add(outcome(verdict, FileOutcome.Status.UNCHANGED, old.counts(), ""));
  }

  /**
   * Takes out files that are new here and hold, byte for byte, what another file of the same
   * context has brought or brings.
   */
  private List<FileVerdict> withoutCopies(List<FileVerdict> candidates) {
    Map<String, String> firstByContent = new TreeMap<>();
    for (IngestLog.Entry entry : log.all()) {
      boolean hasRows = entry.counts().kept() > 0 || entry.counts().read() == 0;
      if (hasRows) {
        String key = content(entry.digest(), new SourceFile(entry.file(), entry.file(), 0));
        firstByContent.putIfAbsent(key, entry.file());
      }
    }
    List<FileVerdict> originals = new ArrayList<>();
    for (FileVerdict verdict : candidates) {
      String key = content(verdict.digest(), verdict.file());
      String name = verdict.file().logicalName();
      String first = firstByContent.putIfAbsent(key, name);
      if (first == null || first.equals(name) || log.inForce(name).isPresent()) {
        originals.add(verdict);
      } else {
        copies.add(verdict);
        outcomes.add(
            outcome(
                verdict,
                FileOutcome.Status.COPY,
                allDuplicate(verdict.counts()),
                "the same rows as " + first));
      }
    }
    return originals;
  }

  private String content(String digest, SourceFile file) {
    try {
      return digest + " " + format.shape(file).context();
    } catch (RefusedFileException e) {
      return digest + " " + file.logicalName();
    }
  }

  private static IntakeCounts allDuplicate(IntakeCounts counts) {
    return new IntakeCounts(counts.read(), 0, counts.read(), 0, 0, 0, 0);
  }

  private boolean isDisjoint(FileVerdict verdict) {
    Set<PartitionKey> old = replaced.getOrDefault(verdict.file().logicalName(), Set.of());
    return !old.isEmpty() && verdict.partitions().keySet().stream().noneMatch(old::contains);
  }

  /**
   * The partitions that hold rows of these files, from the tables themselves: after a crash no
   * other record is sure.
   */
  private Map<String, Set<PartitionKey>> earlierPartitions(List<FileVerdict> files) {
    Map<String, Set<PartitionKey>> partitions = new TreeMap<>();
    Map<LakeTable, List<FileVerdict>> byTable =
        files.stream()
            .collect(Collectors.groupingBy(FileVerdict::table, TreeMap::new, Collectors.toList()));
    byTable.forEach((table, some) -> addEarlier(table, some, partitions));
    return partitions;
  }

  private void addEarlier(
      LakeTable table, List<FileVerdict> files, Map<String, Set<PartitionKey>> partitions) {
    if (!LakeTables.exists(lake, table)) {
      return;
    }
    Object[] names = files.stream().map(file -> file.file().logicalName()).toArray();
    List<Column> wanted =
        new ArrayList<>(
            table.partitionColumns().stream().map(name -> col(name).cast("string")).toList());
    wanted.add(col(Columns.SOURCE_FILE));
    List<Row> rows =
        lake.read(table)
            .where(
                col(Columns.SOURCE)
                    .equalTo(format.name())
                    .and(col(Columns.SOURCE_FILE).isin(names)))
            .select(wanted.toArray(Column[]::new))
            .distinct()
            .collectAsList();
    for (Row row : rows) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < table.partitionColumns().size(); i++) {
        values.add(row.getString(i));
      }
      partitions
          .computeIfAbsent(row.getString(values.size()), name -> new TreeSet<>())
          .add(new PartitionKey(table, values));
    }
  }

  private IngestLog.Entry entry(FileVerdict verdict, IntakeCounts counts) {
    return new IngestLog.Entry(
        verdict.file().logicalName(),
        verdict.digest(),
        formatDigest,
        verdict.file().bytes(),
        verdict.table().folder(),
        counts);
  }

  private static FileOutcome outcome(
      FileVerdict verdict, FileOutcome.Status status, IntakeCounts counts, String detail) {
    return new FileOutcome(
        verdict.file().logicalName(),
        verdict.table().folder(),
        verdict.digest(),
        verdict.file().bytes(),
        status,
        null,
        counts,
        detail);
  }
}
