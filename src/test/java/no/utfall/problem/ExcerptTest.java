package no.utfall.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void controlAndDirectionCharactersAreShownAsTheirCode() {
    assertEquals("a\\u001b[31m\\u202e b", Excerpt.of("a\u001b[31m\u202e\tb", 1));
  }

  @Test
  void theCaretStandsBelowThePlace() {
    assertEquals(4, Excerpt.caret(Excerpt.of("0301;x", 5), 5));
    // the escape before the place is six characters wide
    String escaped = Excerpt.of("a\u001bb;x", 5);
    assertEquals('x', escaped.charAt(Excerpt.caret(escaped, 5)));
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String line = "a".repeat(500) + "X" + "b".repeat(500);
    String excerpt = Excerpt.of(line, 501);
    assertTrue(excerpt.length() <= 122, excerpt);
    assertEquals('X', excerpt.charAt(Excerpt.caret(excerpt, 501)));
    assertTrue(excerpt.startsWith("…a") && excerpt.endsWith("b…"));
    assertTrue(Excerpt.of(line, 1).startsWith("aaa"));
  }
}
