package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever a file holds, no row of it is lost: read = kept + duplicate + quarantined. */
class LosslessProperties {
  private static final String MAPPING =
      """
      name: garbage
      table: trades
      header: false
      symbol: {column: 1}
      time: {column: 2, unit: ISO, zone: Europe/London}
      columns: {price: 3, size: 4, seq: 5}
      """;

  @Property(tries = 300)
  void noRowOfGarbageIsLostInEquityTrades(@ForAll("lines") List<String> lines)
      throws RefusedFileException {
    holds(Profiles.byName("lean-equity"), "ibm/20131007_trade.csv", lines);
  }

  @Property(tries = 300)
  void noRowOfGarbageIsLostInEquityQuotes(@ForAll("lines") List<String> lines)
      throws RefusedFileException {
    holds(Profiles.byName("lean-equity"), "ibm/20131007_quote.csv", lines);
  }

  @Property(tries = 300)
  void noRowOfGarbageIsLostInForexQuotes(@ForAll("lines") List<String> lines)
      throws RefusedFileException {
    holds(Profiles.byName("lean-forex"), "eurusd/20140501_quote.csv", lines);
  }

  @Property(tries = 300)
  void noRowOfGarbageIsLostByAMapping(@ForAll("lines") List<String> lines)
      throws RefusedFileException {
    holds(GenericMapping.parse(MAPPING).format(), "garbage.csv", lines);
  }

  @Property(tries = 300)
  void anyBytesAreCountedLineByLine(@ForAll byte[] bytes) throws RefusedFileException {
    var result = Intakes.read(Profiles.byName("lean-equity"), "ibm/20131007_trade.csv", bytes);

    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ef\u00bb\u00bf")) {
      text = text.substring(3);
    }
    long lines =
        Arrays.stream(text.split("\n", -1))
            .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
            .filter(line -> !line.chars().allMatch(c -> c == ' ' || c == '\t'))
            .count();
    assertThat(result.counts().read()).isEqualTo(lines);
  }

  @Property
  void aDecimalIsReadExactlyOrNotAtAll(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long unscaled,
      @ForAll @net.jqwik.api.constraints.IntRange(max = 14) int scale) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    byte[] bytes = value.toPlainString().getBytes(StandardCharsets.US_ASCII);

    long e9 = Decimals.e9(bytes, 0, bytes.length, 0);

    if (value.stripTrailingZeros().scale() > 9) {
      assertThat(e9).isEqualTo(Decimals.TOO_FINE);
    } else if (value.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) >= 0) {
      assertThat(e9).isEqualTo(Decimals.TOO_LARGE);
    } else {
      assertThat(BigDecimal.valueOf(e9, 9)).isEqualByComparingTo(value);
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> fields =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(6).excludeChars('\n', '\r'),
            Arbitraries.integers().between(-5, 90_000_000).map(String::valueOf),
            Arbitraries.of(
                "",
                "0",
                "1",
                "IBM",
                "1.5",
                "-1",
                "1e5",
                "\"",
                "0.1234567891",
                "99999999999999999999",
                "2013-03-31T01:30:00",
                "2013-10-27T01:30:00",
                "2013-10-07"));
    return fields
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(parts -> String.join(",", parts))
        .list()
        .ofMaxSize(40);
  }

  private static void holds(SourceFormat format, String path, List<String> lines)
      throws RefusedFileException {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);

    var result = Intakes.read(format, path, bytes);

    IntakeCounts counts = result.counts(); // its constructor holds the identity
    long rows = lines.stream().filter(line -> !line.matches("[ \t]*")).count();
    assertThat(counts.read()).isEqualTo(rows);
    assertThat(result.refused()).hasSize((int) counts.quarantined());
    assertThat(result.rows()).hasSize((int) counts.derived());
    assertThat(counts.derived()).isLessThanOrEqualTo(counts.kept());
    assertThat(result.refused().stream().distinct().collect(Collectors.toList()))
        .hasSize((int) counts.quarantined());
  }
}
