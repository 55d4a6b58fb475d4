package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of a day's schedule on a lake of BAC: a good Monday, an odd Tuesday, no Wednesday. */
class DailyVerbsIT {
  private static final long OPEN = 34_200_000; // 09:30 in New York, milliseconds since midnight
  private static final long HALF_HOUR = 1_800_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void takeTheDaysOneByOne() throws IOException {
    List<String> good = quotes(14); // from 09:30 to 16:00
    write("20131007", good);
    List<String> odd = new ArrayList<>(good);
    odd.set(3, good.get(3).replace("141000", "140800")); // the offer below the bid
    odd.set(4, "damaged");
    odd.remove(8); // from 13:00 to 14:00 there is none at 13:30
    write("20131008", odd);
    write("20131010", good);
    for (String day : List.of("20131007", "20131008", "20131010")) {
      assertThat(ingest("*/" + day + "_*", "--max-quarantined", "10%").code()).isZero();
    }
  }

  @Test
  void aDayWithoutFilesIsAnErrorUnlessThatIsAllowed() throws IOException {
    Ended refused = ingest("*/20131009_*");
    Ended allowed = ingest("*/20131009_*", "--allow-none");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastErrorLine())
        .contains("matches --only */20131009_*")
        .contains("--allow-none");
    assertThat(allowed.code()).isZero();
    assertThat(json(allowed).get("files")).isEmpty();
    assertThat(json(allowed).at("/rows/read").asLong()).isZero();
  }

  @Test
  void aGoodDayPasses() throws IOException {
    Ended ended = check("--from", "2013-10-07", "--to", "2013-10-07", "--require-symbols", "BAC");

    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode answer = json(ended);
    assertThat(answer.get("verdict").asText()).isEqualTo("pass");
    assertThat(answer.get("sessions").asInt()).isEqualTo(1);
    assertThat(answer.get("findings")).isEmpty();
    JsonNode tape = answer.at("/tapes/0");
    assertThat(tape.get("symbol").asText()).isEqualTo("BAC");
    assertThat(tape.get("rows").asInt()).isEqualTo(14);
    assertThat(tape.get("longest_gap_seconds").asDouble()).isEqualTo(1_800);
    assertThat(tape.get("out_of_session_share").asDouble()).isZero();
  }

  @Test
  void anOddDayFailsWithEachFindingAndTheFirstInTheLastLine() throws IOException {
    Ended ended = check("--from", "2013-10-08", "--to", "2013-10-08");

    assertThat(ended.code()).isEqualTo(3);
    JsonNode answer = json(ended);
    assertThat(answer.get("verdict").asText()).isEqualTo("fail");
    // of 13 lines one was damaged, and of 12 quotes one is crossed
    assertThat(answer.get("findings").findValuesAsText("what"))
        .containsExactly("crossed", "gap", "quarantined");
    assertThat(answer.at("/findings/0/value").asDouble()).isEqualTo(1.0 / 12);
    assertThat(answer.at("/findings/0/limit").asDouble()).isEqualTo(0.01);
    assertThat(answer.at("/findings/1/value").asDouble()).isEqualTo(3_600);
    assertThat(answer.at("/findings/2/value").asDouble()).isEqualTo(1.0 / 13);
    assertThat(ended.lastErrorLine())
        .isEqualTo(
            "tapedeck check: the data fails with 3 findings, the first: BAC on 2013-10-08: 8.333 %"
                + " of the quotes are crossed, allowed is at most 1.000 %");

    Ended allowed =
        check(
            "--from=2013-10-08",
            "--to=2013-10-08",
            "--max-crossed=10%",
            "--max-gap=1h",
            "--max-quarantined=8%");
    assertThat(allowed.code()).as(allowed.err()).isZero();
  }

  @Test
  void aSessionThatIsMissingFails() throws IOException {
    Ended hole = check("--max-crossed=1", "--max-gap=2h", "--max-quarantined=1");
    Ended required =
        check("--from", "2013-10-07", "--to", "2013-10-07", "--require-symbols", "BAC,IBM");
    Ended nothing = check("--from", "2013-10-09", "--to", "2013-10-09");

    assertThat(missing(hole)).containsExactly("BAC 2013-10-09"); // between the first and the last
    assertThat(missing(required)).containsExactly("IBM 2013-10-07");
    assertThat(missing(nothing)).containsExactly("* 2013-10-09");
    assertThat(List.of(hole.code(), required.code(), nothing.code())).containsExactly(3, 3, 3);
  }

  @Test
  void datesWithoutASessionPassAndSaySo() throws IOException {
    String[] weekend = {"--from", "2013-10-12", "--to", "2013-10-13", "--require-symbols", "BAC"};
    Ended ended = check(weekend);

    assertThat(ended.code()).isZero();
    assertThat(json(ended).get("sessions").asInt()).isZero();
    assertThat(json(ended).get("verdict").asText()).isEqualTo("pass");
  }

  @Test
  void theGateAndAJobDoNotMix() {
    Ended both = tapedeck("check", "job.yaml", "--data");
    Ended limitOfAJob = tapedeck("check", "job.yaml", "--max-gap", "5m");

    assertThat(both.lastErrorLine()).contains("takes no job");
    assertThat(limitOfAJob.lastErrorLine()).contains("belong to --data");
    assertThat(List.of(both.code(), limitOfAJob.code())).containsExactly(2, 2);
  }

  private static List<String> missing(Ended ended) throws IOException {
    List<String> missing = new ArrayList<>();
    for (JsonNode finding : json(ended).get("findings")) {
      assertThat(finding.get("what").asText()).isEqualTo("missing");
      missing.add(finding.get("symbol").asText() + " " + finding.get("date").asText());
    }
    return missing;
  }

  /** A quote each half hour from the open on, 14.09 at 14.10. */
  private static List<String> quotes(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add((OPEN + i * HALF_HOUR) + ",140900,5,141000,7,P,0,0");
    }
    return lines;
  }

  private static void write(String day, List<String> lines) throws IOException {
    Path file = folder.resolve("equity/bac/" + day + "_quote.zip");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(day + "_bac_tick_quote.csv"));
      zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Ended ingest(String only, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "ingest",
                "--profile",
                "lean-equity",
                "--source",
                folder.resolve("equity").toString(),
                "--only",
                only,
                "--lake",
                lake(),
                "--json"));
    words.addAll(List.of(more));
    return tapedeck(words.toArray(String[]::new));
  }

  private static Ended check(String... more) {
    List<String> words = new ArrayList<>(List.of("check", "--data", "--lake", lake(), "--json"));
    words.addAll(List.of(more));
    return tapedeck(words.toArray(String[]::new));
  }

  private static Ended tapedeck(String... words) {
    return CommandLineFixture.tapedeck(words);
  }

  private static String lake() {
    return folder.resolve("lake").toString();
  }

  private static JsonNode json(Ended ended) throws IOException {
    return new ObjectMapper().readTree(ended.out());
  }
}
