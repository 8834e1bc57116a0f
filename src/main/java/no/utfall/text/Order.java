package no.utfall.text;

import java.util.Comparator;

/** The order in which keys are listed: runs of digits by their number, everything else by code point. */
public final class Order {

  /** {@code 2 < 10}, {@code 0301 < 301 < 1103}, {@code a2 < a10}; equal numbers: more leading zeros first. */
  public static final Comparator<String> NATURAL = Order::compare;

  private Order() {}

  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      char x = a.charAt(i);
      char y = b.charAt(j);
      if (digit(x) && digit(y)) {
        int endA = runEnd(a, i);
        int endB = runEnd(b, j);
        int byNumber = compareRuns(a, i, endA, b, j, endB);
        if (byNumber != 0) {
          return byNumber;
        }
        i = endA;
        j = endB;
      } else if (x != y) {
        return Character.compare(x, y);
      } else {
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int compareRuns(String a, int fromA, int endA, String b, int fromB, int endB) {
    int i = skipZeros(a, fromA, endA);
    int j = skipZeros(b, fromB, endB);
    int byLength = Integer.compare(endA - i, endB - j);
    if (byLength != 0) {
      return byLength;
    }
    for (; i < endA; i++, j++) {
      int byDigit = Character.compare(a.charAt(i), b.charAt(j));
      if (byDigit != 0) {
        return byDigit;
      }
    }
    return 0;
  }

  private static int skipZeros(String s, int from, int end) {
    int i = from;
    while (i < end - 1 && s.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  private static int runEnd(String s, int from) {
    int i = from;
    while (i < s.length() && digit(s.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
