package no.utfall.text;

/** One text in the three languages. A blank nynorsk text falls back to bokmål. */
public record Text(String nb, String nn, String en) {

  private static final Text NONE = new Text("", "", "");

  public static Text of(String nb, String nn, String en) {
    return new Text(nb, nn, en);
  }

  /** A name or code that is the same in every language. */
  public static Text same(String word) {
    return word.isEmpty() ? NONE : new Text(word, word, word);
  }

  public static Text none() {
    return NONE;
  }

  public String in(Language language) {
    return switch (language) {
      case NB -> nb;
      case NN -> nn.isEmpty() ? nb : nn;
      case EN -> en.isEmpty() ? nb : en;
    };
  }

  public boolean isBlank() {
    return nb.isEmpty() && nn.isEmpty() && en.isEmpty();
  }

  /** This text with each {@code {0}}, {@code {1}} … replaced by the arguments, which may be {@code Text} themselves. */
  public Text with(Object... arguments) {
    return new Text(
        fill(nb, Language.NB, arguments),
        fill(nn, Language.NN, arguments),
        fill(en, Language.EN, arguments));
  }

  public Text plus(Text other) {
    return new Text(nb + other.nb, (nn.isEmpty() ? nb : nn) + other.in(Language.NN), en + other.en);
  }

  private static String fill(String pattern, Language language, Object[] arguments) {
    String filled = pattern;
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      String word = argument instanceof Text text ? text.in(language) : String.valueOf(argument);
      filled = filled.replace("{" + i + "}", word);
    }
    return filled;
  }
}
