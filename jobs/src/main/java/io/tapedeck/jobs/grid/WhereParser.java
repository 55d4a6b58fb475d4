package io.tapedeck.jobs.grid;

import io.tapedeck.jobs.grid.Expression.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive descent over the grammar of {@link Where}. */
final class WhereParser {
  private static final int MAX_DEPTH = 200;
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=", "==", "!=");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?)"
              + "|(?<name>[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?)"
              + "|(?<text>'[^']*')"
              + "|(?<symbol><=|>=|==|!=|[-+*/()<>=])");

  /**
   * A word of the condition.
   *
   * @param group which group of {@link #TOKEN} it is; "end" after the last
   */
  private record Token(String group, String text, int place) {}

  private final String source;
  private final List<String> parameters;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private WhereParser(String source, List<String> parameters) {
    this.source = source;
    this.parameters = parameters;
    this.tokens = tokens();
  }

  static Expression parse(String source, List<String> parameters) {
    WhereParser parser = new WhereParser(source, parameters);
    Expression condition = parser.condition();
    if (!parser.peek().group().equals("end")) {
      throw parser.error(
          parser.peek(), "expected 'and', 'or' or the end, found '" + parser.peek().text() + "'");
    }
    return parser.truth(condition, parser.tokens.get(0));
  }

  private List<Token> tokens() {
    List<Token> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    int place = 0;
    while (place < source.length()) {
      if (Character.isWhitespace(source.charAt(place))) {
        place++;
        continue;
      }
      matcher.region(place, source.length());
      if (!matcher.lookingAt()) {
        throw error(
            new Token("", "", place), "unexpected character '" + source.charAt(place) + "'");
      }
      found.add(new Token(groupOf(matcher), matcher.group(), place));
      place = matcher.end();
    }
    found.add(new Token("end", "the end", source.length()));
    return found;
  }

  private static String groupOf(Matcher matcher) {
    return List.of("number", "name", "text", "symbol").stream()
        .filter(group -> matcher.group(group) != null)
        .findFirst()
        .orElseThrow();
  }

  private Expression condition() {
    Token start = peek();
    if (++depth > MAX_DEPTH) {
      throw error(start, "nested more than " + MAX_DEPTH + " deep");
    }
    List<Expression> parts = new ArrayList<>(List.of(conjunction()));
    while (takesWord("or")) {
      truth(parts.get(parts.size() - 1), start);
      start = peek();
      parts.add(truth(conjunction(), start));
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Expression.Any(List.copyOf(parts));
  }

  private Expression conjunction() {
    Token start = peek();
    List<Expression> parts = new ArrayList<>(List.of(negation()));
    while (takesWord("and")) {
      truth(parts.get(parts.size() - 1), start);
      start = peek();
      parts.add(truth(negation(), start));
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.All(List.copyOf(parts));
  }

  private Expression negation() {
    boolean isNegated = false;
    Token start = peek();
    boolean isNot = takesWord("not");
    if (!isNot) {
      return comparison();
    }
    while (isNot) {
      isNegated = !isNegated;
      start = peek();
      isNot = takesWord("not");
    }
    Expression inner = truth(comparison(), start);
    return isNegated ? new Expression.Not(inner) : inner;
  }

  private Expression comparison() {
    Token start = peek();
    Expression left = sum();
    List<Expression> chain = new ArrayList<>();
    while (COMPARISONS.contains(peek().text())) {
      value(left, start);
      Token operator = take();
      start = peek();
      Expression right = value(sum(), start);
      String canonical = operator.text().equals("==") ? "=" : operator.text();
      chain.add(new Expression.Comparison(canonical, left, right));
      left = right;
    }
    return chain.isEmpty()
        ? left
        : chain.size() == 1 ? chain.get(0) : new Expression.All(List.copyOf(chain));
  }

  private Expression sum() {
    Token start = peek();
    Expression left = product();
    while (peek().text().equals("+") || peek().text().equals("-")) {
      value(left, start);
      char operator = take().text().charAt(0);
      start = peek();
      left = new Expression.Arithmetic(operator, left, value(product(), start));
    }
    return left;
  }

  private Expression product() {
    Token start = peek();
    Expression left = factor();
    while (peek().text().equals("*") || peek().text().equals("/")) {
      value(left, start);
      char operator = take().text().charAt(0);
      start = peek();
      left = new Expression.Arithmetic(operator, left, value(factor(), start));
    }
    return left;
  }

  private Expression factor() {
    Token token = take();
    return switch (token.group()) {
      case "number" -> new Expression.Literal(new BigDecimal(token.text()));
      case "text" -> new Expression.Text(token.text().substring(1, token.text().length() - 1));
      case "name" -> parameter(token);
      default -> symbol(token);
    };
  }

  private Expression symbol(Token token) {
    if (token.text().equals("-")) {
      if (++depth > MAX_DEPTH) {
        throw error(token, "nested more than " + MAX_DEPTH + " deep");
      }
      Token start = peek();
      Expression inner = value(factor(), start);
      depth--;
      return new Expression.Negative(inner);
    }
    if (!token.text().equals("(")) {
      throw error(token, "expected a parameter, a number or '(', found " + quoted(token));
    }
    Expression inner = condition();
    Token close = take();
    if (!close.text().equals(")")) {
      throw error(close, "expected ')', found " + quoted(close));
    }
    return inner;
  }

  private Expression parameter(Token token) {
    if (!parameters.contains(token.text())) {
      throw error(
          token,
          "no parameter '"
              + token.text()
              + "' in this grid; it has "
              + String.join(", ", parameters));
    }
    return new Expression.Parameter(token.text());
  }

  private Expression truth(Expression expression, Token start) {
    if (expression.kind() != Kind.TRUTH) {
      throw error(start, "expected a condition such as fast < slow, found a value");
    }
    return expression;
  }

  private Expression value(Expression expression, Token start) {
    if (expression.kind() != Kind.VALUE) {
      throw error(start, "expected a number, found a condition");
    }
    return expression;
  }

  private boolean takesWord(String word) {
    boolean isThere = peek().group().equals("name") && peek().text().equals(word);
    next += isThere ? 1 : 0;
    return isThere;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private static String quoted(Token token) {
    return token.group().equals("end") ? token.text() : "'" + token.text() + "'";
  }

  private IllegalArgumentException error(Token at, String problem) {
    String line = source.replace('\n', ' ').replace('\t', ' ');
    return new IllegalArgumentException(
        "where: " + problem + "\n  " + line + "\n  " + " ".repeat(at.place()) + "^");
  }
}
