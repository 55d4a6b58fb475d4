package io.tapedeck.jobs.replay;

import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.ingest.GenericMapping;
import io.tapedeck.lake.ingest.Profiles;
import io.tapedeck.lake.ingest.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds the format that a command line or a job names. */
public final class SourceFormats {
  private SourceFormats() {}

  /**
   * A built-in format.
   *
   * @param symbol the symbol of every row; empty to take the files' word
   * @throws UsageException if there is none of this name, naming the nearest
   */
  public static SourceFormat profile(String name, String symbol) {
    List<String> names = Profiles.all().stream().map(SourceFormat::name).toList();
    if (!names.contains(name)) {
      throw UsageException.of("unknown profile " + name + ": " + NearestName.hint(name, names));
    }
    return symbol.isEmpty() ? Profiles.byName(name) : Profiles.byName(name, symbol);
  }

  /**
   * A format of one's own.
   *
   * @param mapping a file as {@link GenericMapping} documents it
   * @throws UsageException if it cannot be read or is wrong, with the place
   */
  public static SourceFormat mapping(Path mapping) {
    try {
      return GenericMapping.parse(Files.readString(mapping)).format();
    } catch (NoSuchFileException missing) {
      throw UsageException.of("mapping " + mapping + " does not exist: draft one with --infer");
    } catch (IOException unreadable) {
      throw UsageException.of("mapping " + mapping + " cannot be read: " + unreadable);
    } catch (IllegalArgumentException wrong) {
      throw UsageException.of("mapping " + mapping + ": " + wrong.getMessage());
    }
  }
}
