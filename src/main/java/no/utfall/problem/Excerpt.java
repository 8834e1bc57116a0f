package no.utfall.problem;

/** A line of a file as it may be shown on a screen: cut around the place, control characters as {@code \u001b}. */
public final class Excerpt {

  private static final int WIDTH = 120;
  private static final int FAR = 80;
  private static final int BEFORE = 39;
  private static final String CUT = "…";

  private Excerpt() {}

  /**
   * The line, at most 120 characters of it. A place after character 80 is shown with 39 characters before it.
   *
   * @param column the character the finding points to, from 1; 0 for the whole line
   */
  public static String of(String line, int column) {
    int length = line.codePointCount(0, line.length());
    boolean far = column > FAR && column <= length + 1;
    int from = far ? column - 1 - BEFORE : 0;
    int to = Math.min(length, from + WIDTH);
    String part = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
    return (far ? CUT : "") + show(part) + (to < length ? CUT : "");
  }

  /** Where below an excerpt the caret of this column stands, from 0. */
  public static int caret(String excerpt, int column) {
    int units = column > FAR && excerpt.startsWith(CUT) ? BEFORE + 1 : Math.max(0, column - 1);
    int at = 0;
    int shown = 0;
    for (int unit = 0; unit < units && at < excerpt.length(); unit++) {
      int width = escaped(excerpt, at) ? 6 : 1;
      shown += width;
      at += width == 6 ? 6 : Character.charCount(excerpt.codePointAt(at));
    }
    return shown;
  }

  /** Text with tabs as blanks, and control, direction and zero-width characters as {@code \u001b}. */
  public static String show(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        out.append(' ');
      } else if (isHidden(c)) {
        out.append("\\u")
            .append(Character.forDigit(c >> 12, 16))
            .append(Character.forDigit(c >> 8 & 15, 16))
            .append(Character.forDigit(c >> 4 & 15, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Control characters, marks of writing direction, and characters without width. */
  public static boolean isHidden(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == 0xad
        || c == 0x61c
        || c == 0x180e
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff;
  }

  private static boolean escaped(String text, int at) {
    if (!text.startsWith("\\u", at) || at + 6 > text.length()) {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
