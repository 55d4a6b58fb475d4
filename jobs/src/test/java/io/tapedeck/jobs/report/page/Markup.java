package io.tapedeck.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tests look for in the text of a page. */
final class Markup {
  private Markup() {}

  /** The group of the first match; there must be one. */
  static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  /** All matches, each by its group if it has one. */
  static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(Markup::innermost)
        .toList();
  }

  private static String innermost(MatchResult match) {
    return match.groupCount() > 0 ? match.group(1) : match.group();
  }
}
