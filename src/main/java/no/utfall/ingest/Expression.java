package no.utfall.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is compiled only when a text holds the characters without which nothing could be found: of
 * all the expressions that tell publishers' files apart, a file needs few.
 */
final class Expression {

  private final String regex;
  private final String needed;
  private volatile @Nullable Pattern pattern;

  Expression(String regex) {
    this.regex = regex;
    this.needed = needed(regex);
  }

  boolean finds(String text) {
    return text.contains(needed) && pattern().matcher(text).find();
  }

  Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.compile(regex);
      pattern = known;
    }
    return known;
  }

  /**
   * The longest run of characters that stands outside every group, class and choice, and therefore in every text in
   * which the expression is found; empty when none is certain.
   */
  static String needed(String regex) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int at = 0;
    while (at < regex.length()) {
      char c = regex.charAt(at);
      boolean literal = false;
      switch (c) {
        case '|' -> {
          return "";
        }
        case '(' -> {
          if (regex.startsWith("(?", at) && Character.isLetter(charAt(regex, at + 2))) {
            return "";
          }
          at = afterGroup(regex, at);
        }
        case '[' -> at = afterClass(regex, at);
        case '\\' -> {
          char escaped = charAt(regex, at + 1);
          if (escaped == 't') {
            run.append('\t');
            literal = true;
          } else if (!Character.isLetterOrDigit(escaped)) {
            run.append(escaped);
            literal = true;
          } else if (escaped == 'u') {
            at += 4;
          } else if ("dDsSwWbB".indexOf(escaped) < 0) {
            return "";
          }
          at += 2;
        }
        case '.', '^', '$' -> at++;
        default -> {
          run.append(c);
          literal = true;
          at++;
        }
      }
      char next = charAt(regex, at);
      if (literal && (next == '?' || next == '*' || next == '{')) {
        run.setLength(run.length() - 1);
      }
      boolean repeated = next == '?' || next == '*' || next == '+' || next == '{';
      if (run.length() > longest.length()) {
        longest = run.toString();
      }
      if (!literal || repeated) {
        run.setLength(0);
      }
      if (repeated) {
        at = afterQuantifier(regex, at);
      }
    }
    return longest;
  }

  /** After {@code ?}, <code>*</code>, {@code +} or braces, and after what makes them reluctant or possessive. */
  private static int afterQuantifier(String regex, int at) {
    int after = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    char next = charAt(regex, after);
    return next == '?' || next == '+' ? after + 1 : after;
  }

  private static int afterGroup(String regex, int open) {
    int depth = 0;
    int at = open;
    while (at < regex.length()) {
      switch (regex.charAt(at)) {
        case '\\' -> at += 2;
        case '[' -> at = afterClass(regex, at);
        case '(' -> {
          depth++;
          at++;
        }
        case ')' -> {
          at++;
          if (--depth == 0) {
            return at;
          }
        }
        default -> at++;
      }
    }
    return at;
  }

  private static int afterClass(String regex, int open) {
    int depth = 0;
    int at = open;
    while (at < regex.length()) {
      switch (regex.charAt(at)) {
        case '\\' -> at += 2;
        case '[' -> {
          depth++;
          at++;
        }
        case ']' -> {
          at++;
          if (--depth == 0) {
            return at;
          }
        }
        default -> at++;
      }
    }
    return at;
  }

  private static char charAt(String regex, int at) {
    return at < regex.length() ? regex.charAt(at) : 0;
  }
}
