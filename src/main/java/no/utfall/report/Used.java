package no.utfall.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.method.Settings;
import no.utfall.text.Text;

/**
 * The method behind a number.
 *
 * @param choices every option with the value that was used, other than columns, in the order of the card
 */
public record Used(
    Text title,
    List<Text> assumptions,
    Map<String, String> choices,
    List<Card.Reference> literature) {

  public Used {
    assumptions = List.copyOf(assumptions);
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    literature = List.copyOf(literature);
  }

  public static Used of(Card card, Settings settings) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Option option : card.options()) {
      String value = option.isColumn() ? null : settings.textOrNull(option.name());
      if (value != null) {
        choices.put(option.name(), value);
      }
    }
    return new Used(card.title(), card.assumptions(), choices, card.literature());
  }
}
