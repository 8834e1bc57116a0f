package no.utfall.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.utfall.text.Language;
import no.utfall.text.Money;
import no.utfall.text.Numerals;
import no.utfall.text.Text;

/** Numbers and units of measure inside sentences. */
final class Phrases {

  private static final Pattern PRICES = Pattern.compile("(.+), ([^,]+) prices");

  private static final String A_YEAR = "a year";
  private static final Map<String, Text> UNITS = Map.of(
      "percent", Text.of("prosent", "prosent", "percent"),
      "percentage points", Text.of("prosentpoeng", "prosentpoeng", "percentage points"),
      "percent of the odds",
          Text.of("prosent av oddsen", "prosent av oddsen", "percent of the odds"),
      "persons", Text.of("personer", "personar", "persons"),
      "consultations", Text.of("konsultasjoner", "konsultasjonar", "consultations"),
      "NOK", Text.of("kroner", "kroner", "kroner"),
      "1000 NOK", Text.of("tusen kroner", "tusen kroner", "thousand kroner"),
      "million NOK", Text.of("millioner kroner", "millionar kroner", "million kroner"),
      "per 100000", Text.of("per 100\u00a0000", "per 100\u00a0000", "per 100,000"),
      "per 1000", Text.of("per 1000", "per 1000", "per 1,000"));

  private Phrases() {}

  static Text each(Function<Language, String> in) {
    return Text.of(in.apply(Language.NB), in.apply(Language.NN), in.apply(Language.EN));
  }

  static Text number(double x, int decimals) {
    return Numerals.rounded(x, decimals);
  }

  static Text count(long n) {
    return number(n, 0);
  }

  /** Decimals by the interval, or by the size of a number without one. */
  static int decimals(double estimate, double low, double high) {
    if (high > low) {
      return Numerals.decimalsFor(low, high);
    }
    double size = Math.abs(estimate);
    return size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  }

  /** A unit of measure in words, with a space before it; nothing when there is none. */
  static Text unit(String code) {
    return code.isEmpty() ? Text.none() : Text.same(" ").plus(unitTitle(code));
  }

  /** A unit of measure in words; {@code 1000 NOK, 2024 prices} says the prices too. */
  static Text unitTitle(String code) {
    if (code.endsWith(A_YEAR)) {
      String unit = code.substring(0, code.length() - A_YEAR.length()).strip();
      return unitTitle(unit)
          .plus(Text.same(unit.isEmpty() ? "" : " "))
          .plus(Text.of("per år", "per år", A_YEAR));
    }
    Matcher prices = PRICES.matcher(code);
    return prices.matches()
        ? Text.of("{0} i {1}-priser", "{0} i {1}-prisar", "{0} in {1} prices")
            .with(unitTitle(prices.group(1)), prices.group(2))
        : UNITS.getOrDefault(code, Text.same(code));
  }

  /** {@code 9,4 (9,3 til 9,5)}. */
  static Text withInterval(double estimate, double low, double high) {
    int decimals = decimals(estimate, low, high);
    Text number = number(estimate, decimals);
    return high >= low
        ? Text.of("{0} ({1} til {2})", "{0} ({1} til {2})", "{0} ({1} to {2})")
            .with(number, number(low, decimals), number(high, decimals))
        : number;
  }

  /** With one decimal of millions. */
  static Text moneyFine(double nok) {
    return Money.of(nok, 1, 9.95e7);
  }

  /** Where kroner have just been named. */
  static Text moneyAgain(double nok) {
    Text full = Money.of(nok);
    return Text.of(
        full.nb().replaceFirst(" kr$", ""),
        full.nn().replaceFirst(" kr$", ""),
        full.en().replaceFirst("^NOK ", ""));
  }

  /** Sentences after one another. */
  static Text sentences(List<Text> all) {
    return all.stream()
        .filter(text -> !text.isBlank())
        .reduce((a, b) -> a.plus(Text.same(" ")).plus(b))
        .orElse(Text.none());
  }

  /** The same with a capital first letter. */
  static Text capital(Text text) {
    return each(language -> {
      String words = text.in(language);
      return words.isEmpty()
          ? words
          : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    });
  }
}
