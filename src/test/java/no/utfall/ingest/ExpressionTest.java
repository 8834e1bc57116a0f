package no.utfall.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "^sep=.~sep=",
        "^\"\\d{5}: [^\"]+\"$~: ",
        "abc|de~``",
        "(abc)?d~d",
        "ab+c~ab",
        "abc?~ab",
        "abc{2}d~ab",
        "^\\uFEFF?\"?Entity\"?,(x|y),\"?~Entity",
        "^EnhetNivaa\\t~EnhetNivaa\t",
        "\\(tm\\)~(tm)",
        "\\x41BCD~``",
        "(?i)abc~``",
        "(?=.*\"region\")x~x",
        "[a-z]{2,3}?;kommune~;kommune"
      })
  void knows_what_must_stand_in_the_text(String regex, String needed) {
    assertEquals(needed, Expression.needed(regex));
  }

  /** Whatever is found holds what is needed: 20 000 expressions and texts by chance. */
  @Test
  void never_misses_what_the_pattern_finds() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      String regex = regex(random, 3);
      String text = text(random);
      boolean finds = Pattern.compile(regex).matcher(text).find();
      assertEquals(finds, new Expression(regex).finds(text), () -> regex + " in " + text);
      found += finds ? 1 : 0;
    }
    assertTrue(found > 1_000, "only " + found + " were found");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(7); n > 0; n--) {
      text.append("ab1; (".charAt(random.nextInt(6)));
    }
    return text.toString();
  }

  private static String regex(Random random, int depth) {
    String[] atoms = {
      "a", "b", "1", ";", "ab", "[ab]", "[^a;]", "[a[b1]]", "\\d", "\\w", ".", "\\(", "\\u0061",
      "^", "$", "\\b"
    };
    StringBuilder regex = new StringBuilder();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      boolean group = depth > 0 && random.nextInt(4) == 0;
      String start = new String[] {"(", "(?:", "(?=", "(?<n" + depth + n + "x>"}[random.nextInt(4)];
      String atom = group
          ? start.replace("n" + depth + n, "n" + random.nextInt(1_000_000) + "d" + depth)
              + regex(random, depth - 1) + ")"
          : atoms[random.nextInt(atoms.length)];
      String[] quantifiers = {"", "", "", "", "?", "*", "+", "{2}", "{0,2}", "??", "*?", "++"};
      boolean plain = atom.equals("^") || atom.equals("$") || atom.equals("\\b");
      regex.append(atom).append(plain ? "" : quantifiers[random.nextInt(quantifiers.length)]);
      if (random.nextInt(12) == 0) {
        regex.append('|');
      }
    }
    return regex.toString();
  }
}
