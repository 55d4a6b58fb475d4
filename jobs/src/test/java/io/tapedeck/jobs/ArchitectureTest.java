package io.tapedeck.jobs;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tapedeck.lake.table.Columns;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jobs' place in the house: one direction from the command line to the rows of a run. */
@AnalyzeClasses(packages = "io.tapedeck.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule verbsStandOnJobsAndJobsOnResults =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("io.tapedeck.jobs.cli..")
          .layer("jobs")
          .definedBy("io.tapedeck.jobs.(replay|sweep|report|compare|quality)..")
          .layer("result")
          .definedBy("io.tapedeck.jobs.result..")
          .layer("identity")
          .definedBy("io.tapedeck.jobs.identity..")
          .layer("question")
          .definedBy("io.tapedeck.jobs.(job|grid)..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("jobs")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("result")
          .mayOnlyBeAccessedByLayers("jobs", "cli")
          .whereLayer("identity")
          .mayOnlyBeAccessedByLayers("result", "jobs", "cli");

  @Test
  void columnNamesAreSpelledOnlyInTheLakesTables() throws Exception {
    List<String> names = new ArrayList<>();
    for (Field field : Columns.class.getFields()) {
      names.add((String) field.get(null));
    }
    // one-word names (open, side, file) are words of other things too
    List<String> distinctive = names.stream().filter(name -> name.contains("_")).toList();
    assertThat(distinctive).hasSizeGreaterThan(50);
    for (String sources : List.of("src/main/java", "../data-lake/src/main/java")) {
      for (Path file : javaFiles(Path.of(sources))) {
        String text = Files.readString(file);
        assertThat(distinctive)
            .as(file.toString())
            .noneSatisfy(name -> assertThat(text).contains('"' + name + '"'));
      }
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("lake/table/"))
          // keys of job files and of a run's canonical question are words of their own
          .filter(
              file ->
                  !file.toString().matches(".*/(job|identity)/.*|.*/Identity(Facts|Words).java"))
          .toList();
    }
  }
}
