package no.utfall.render;

import java.nio.charset.StandardCharsets;

/** Names of files as links. */
final class Links {

  private Links() {}

  /** A link to a file beside this one; no name can turn into a scheme or leave the markup it stands in. */
  static String relative(String file) {
    StringBuilder link = new StringBuilder();
    for (byte b : Visible.encodable(file).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '-'
          || c == '_'
          || c == '.'
          || c == '~'
          || c == '/';
      if (plain) {
        link.append(c);
      } else {
        link.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return link.toString();
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}
