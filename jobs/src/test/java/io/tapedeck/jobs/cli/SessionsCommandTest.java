package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsCommandTest {
  @Test
  void thanksgivingIsNoSessionAndTheDayAfterIsHalfOne() throws Exception {
    Ended ended =
        tapedeck(
            "sessions",
            "--calendar",
            "XNYS",
            "--from",
            "2013-11-27",
            "--to",
            "2013-11-30",
            "--json");

    JsonNode answer = new ObjectMapper().readTree(ended.out());
    assertThat(ended.code()).isZero();
    assertThat(answer.get("calendar").asText()).isEqualTo("XNYS");
    assertThat(answer.get("sessions").toString())
        .isEqualTo(
            // 09:30 to 16:00 and to 13:00 in New York, five hours behind UTC in winter
            "[{\"date\":\"2013-11-27\",\"open\":\"2013-11-27T14:30:00Z\","
                + "\"close\":\"2013-11-27T21:00:00Z\",\"is_half_day\":false},"
                + "{\"date\":\"2013-11-29\",\"open\":\"2013-11-29T14:30:00Z\","
                + "\"close\":\"2013-11-29T18:00:00Z\",\"is_half_day\":true}]");
  }

  @Test
  void peopleReadThemAsATable() {
    assertThat(tapedeck("sessions", "--calendar", "24/7", "--from", "2024-01-08").out().lines())
        .containsExactly(
            "date        day  open (UTC)            close (UTC)",
            "2024-01-08  Mon  2024-01-08T00:00:00Z  2024-01-08T23:59:59.999999999Z",
            "1 session of 24/7");
  }

  @ParameterizedTest
  @CsvSource({"lean-equity, XNYS", "lean-forex, FX", "bitstamp, 24/7"})
  void aProfileKnowsItsCalendar(String profile, String calendar) {
    assertThat(tapedeck("sessions", "--profile", profile, "--from", "2024-01-08").out())
        .endsWith("1 session of " + calendar + "\n");
  }

  @Test
  void noSessionIsAnAnswerToo() throws Exception {
    Ended saturday = tapedeck("sessions", "--calendar", "FX", "--from", "2024-01-13", "--json");

    assertThat(saturday.code()).isZero();
    assertThat(new ObjectMapper().readTree(saturday.out()).get("sessions")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--calendar XNSY --from 2024-01-08 | no calendar XNSY; known: 24/7, FX, XNYS",
        "--profile lean --from 2024-01-08 | unknown profile lean",
        "--from 2024-01-08 | give --calendar NAME, one of 24/7, FX, XNYS, or --profile NAME",
        "--calendar FX --profile bitstamp --from 2024-01-08 | give --calendar or --profile",
        "--calendar FX | Missing required option: '--from=DATE'",
        "--calendar FX --from 2024-02-30 | '2024-02-30' is no date: write it as 2013-10-07",
        "--calendar FX --from 2024-01-09 --to 2024-01-08 | --from 2024-01-09 must not be after",
        "--calendar FX --from 0001-01-01 | dates must be from 1700-01-01 to 2261-12-31",
      })
  void aMistakeIsAUsageErrorThatNamesTheRemedy(String words, String sentence) {
    Ended ended = tapedeck(("sessions " + words.strip()).split(" "));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.lastErrorLine()).contains(sentence);
  }
}
