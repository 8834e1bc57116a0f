package no.utfall.render;

/**
 * Text as it may be shown: what would steer a terminal, reorder a line or hide in it is written out as {@code \}{@code
 * u202e}.
 */
final class Visible {

  private Visible() {}

  /** Controls, bidirectional overrides, zero-width characters and halves of pairs written out. */
  static String of(String text) {
    int i = 0;
    while (i < text.length() && plain(text, i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (plain(text, i)) {
        out.append(c);
      } else {
        out.append(
            switch (c) {
              case '\n' -> "\\n";
              case '\r' -> "\\r";
              case '\t' -> "\\t";
              default -> "\\u" + hex(c);
            });
      }
    }
    return out.toString();
  }

  /** As {@link #of}, with line breaks and tabs as spaces. */
  static String inline(String text) {
    return of(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
  }

  /** Halves of surrogate pairs, which no encoding can carry, replaced by U+FFFD; everything else as it is. */
  static String encodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (loneSurrogate(text, i)) {
        StringBuilder out = new StringBuilder(text);
        for (int j = i; j < out.length(); j++) {
          if (loneSurrogate(text, j)) {
            out.setCharAt(j, '\ufffd');
          }
        }
        return out.toString();
      }
    }
    return text;
  }

  private static boolean plain(String text, int i) {
    char c = text.charAt(i);
    if (c < ' ' || c >= 0x7f && c <= 0x9f) {
      return false;
    }
    boolean hidden = c >= 0x200b && c <= 0x200f
        || c >= 0x2028 && c <= 0x202e
        || c >= 0x2060 && c <= 0x206f
        || c == 0x061c
        || c == 0xfeff
        || c == 0xfffe
        || c == 0xffff;
    return !hidden && !loneSurrogate(text, i);
  }

  private static boolean loneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0000".substring(digits.length()) + digits;
  }
}
