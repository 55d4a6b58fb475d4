package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements; every text and every attribute value is escaped on its way out. */
final class Html {
  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  Html(Appendable out) {
    this.out = out;
  }

  /** What a page of HTML begins with. */
  Html doctype() throws IOException {
    out.append("<!DOCTYPE html>\n");
    return this;
  }

  /** Opens an element; attributes are name, value, name, value. */
  Html open(String element, String... attributes) throws IOException {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  Html close() throws IOException {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  Html text(String text) throws IOException {
    escape(text, out);
    return this;
  }

  /** An element that holds only text. */
  Html element(String element, String text, String... attributes) throws IOException {
    open(element, attributes);
    text(text);
    return close();
  }

  /** An element without content or end tag. */
  Html empty(String element, String... attributes) throws IOException {
    tag(element, attributes);
    return this;
  }

  /** A script or style of our own, written as it is. */
  Html verbatim(String element, String content, String... attributes) throws IOException {
    tag(element, attributes);
    out.append(content).append("</").append(element).append(">\n");
    return this;
  }

  /** A figure; the dash of one that is not defined is explained. */
  Html figure(String element, String figure, String... attributes) throws IOException {
    open(element, attributes);
    if (figure.equals(Figure.NONE)) {
      element("abbr", figure, "title", "not defined");
    } else {
      text(figure);
    }
    return close();
  }

  private void tag(String element, String... attributes) throws IOException {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], out);
      out.append('"');
    }
    out.append('>');
  }

  private static void escape(String text, Appendable out) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
  }
}
