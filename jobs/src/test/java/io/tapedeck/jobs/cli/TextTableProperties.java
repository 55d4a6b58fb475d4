package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextTableProperties {
  private static final int MOST_ROWS = 4;

  @Property(tries = 300)
  void noLineIsWiderThanTheConsole(
      @ForAll("headings") List<String> header,
      @ForAll("cells") List<String> cells,
      @ForAll @IntRange(max = 4) int indent,
      @ForAll boolean wraps) {
    TextTable table = table(header, cells, wraps);

    for (String line : table.lines(" ".repeat(indent))) {
      assertThat(line.length()).as(line).isLessThanOrEqualTo(Console.WIDTH);
      assertThat(line).doesNotContain("\n", "\r", "\t").isEqualTo(line.stripTrailing());
      assertThat(loneSurrogates(line)).as(line).isZero();
    }
  }

  @Property(tries = 300)
  void aNumberStaysWholeHoweverManyStandBesideIt(@ForAll("numbers") List<String> numbers) {
    String[] header = numbers.stream().map(number -> "a long heading").toArray(String[]::new);

    List<String> lines = TextTable.of(header).row(numbers.toArray()).lines();

    List<String> words = List.of(String.join(" ", lines).split(" +"));
    assertThat(words).containsAll(numbers);
  }

  @Property(tries = 300)
  void aTableThatWrapsLosesNothingButSpaces(@ForAll("words") List<String> words) {
    TextTable table = TextTable.wrapping("of the", "term", "A", "B");
    List<String> all = new ArrayList<>(List.of("of the", "term", "A", "B"));
    for (int i = 0; i + 4 <= words.size(); i += 4) {
      table.row(words.subList(i, i + 4).toArray());
      all.addAll(words.subList(i, i + 4));
    }

    assertThat(letters(table.lines())).isEqualTo(letters(all));
  }

  private static TextTable table(List<String> header, List<String> cells, boolean wraps) {
    String[] names = header.toArray(String[]::new);
    TextTable table = wraps ? TextTable.wrapping(names) : TextTable.of(names);
    for (int row = 0; row < MOST_ROWS && (row + 1) * names.length <= cells.size(); row++) {
      table.row(cells.subList(row * names.length, (row + 1) * names.length).toArray());
    }
    return table;
  }

  private static long loneSurrogates(String line) {
    return line.codePoints().filter(c -> c >= Character.MIN_SURROGATE && c <= 0xDFFF).count();
  }

  private static Map<Integer, Integer> letters(List<String> texts) {
    Map<Integer, Integer> letters = new TreeMap<>();
    texts.forEach(
        text -> text.chars().filter(c -> c != ' ').forEach(c -> letters.merge(c, 1, Integer::sum)));
    return letters;
  }

  @Provide
  Arbitrary<List<String>> headings() {
    return Arbitraries.strings().alpha().ofMaxLength(40).list().ofMinSize(1).ofMaxSize(24);
  }

  /** Symbols, sentences over several lines, JSON, money, times, pairs of surrogates, nothing. */
  @Provide
  Arbitrary<List<String>> cells() {
    Arbitrary<String> cell =
        Arbitraries.oneOf(
            Arbitraries.strings().alpha().numeric().withChars(" ,{}\":\n\t").ofMaxLength(300),
            Arbitraries.longs().map(String::valueOf),
            Arbitraries.bigDecimals().map(number -> number.toPlainString()),
            Arbitraries.just("📈".repeat(60)),
            Arbitraries.of(
                "", "-", "∞", "1.2E-07 %", "-3.000 %", "2024-01-08T14:30:00.000000001Z"));
    return cell.list().ofMaxSize(96);
  }

  @Provide
  Arbitrary<List<String>> numbers() {
    return Arbitraries.longs().map(number -> number + ".00").list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withChars("abc ,")
        .ofMaxLength(200)
        .map(text -> "x" + text) // a word, so that no column is of numbers
        .list()
        .ofSize(8);
  }
}
