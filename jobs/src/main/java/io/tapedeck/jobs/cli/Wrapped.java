package io.tapedeck.jobs.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts broken into lines of a width: between words where that can be, else behind a comma, else
 * anywhere. Nothing but the spaces at the breaks is lost; line feeds and tabs count as spaces.
 */
final class Wrapped {
  private static final int LEAST_TEXT_WIDTH = 20;

  private Wrapped() {}

  /** The lines of a text, none longer than the width; one empty line for an empty text. */
  static List<String> text(String text, int width) {
    if (width < 2) {
      throw new IllegalStateException("lines need at least 2 columns, were given " + width);
    }
    String rest = plain(text);
    List<String> lines = new ArrayList<>();
    while (rest.length() > width) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty() || lines.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }

  /** A text beside a head, its further lines indented below its first. */
  static List<String> beside(String head, String text) {
    if (head.length() > Console.WIDTH - LEAST_TEXT_WIDTH) {
      return text(head + text, Console.WIDTH);
    }
    String indent = " ".repeat(head.length());
    List<String> lines = new ArrayList<>();
    for (String line : text(text, Console.WIDTH - head.length())) {
      lines.add(((lines.isEmpty() ? head : indent) + line).stripTrailing());
    }
    return lines;
  }

  /** The text on one line: what moves the cursor becomes a space. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  /** The longest beginning of a text that fits; a pair of surrogates stays together. */
  static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    return text.substring(0, whole(text, width - 1)) + "…";
  }

  /** The first characters of an id. */
  static String beginning(String id, int length) {
    return id.substring(0, Math.min(length, id.length()));
  }

  private static int end(String text, int width) {
    int space = text.lastIndexOf(' ', width);
    if (space > 0) {
      return space;
    }
    int comma = text.lastIndexOf(',', width - 1) + 1;
    return comma > width / 2 ? comma : Math.max(1, whole(text, width));
  }

  private static int whole(String text, int end) {
    return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
