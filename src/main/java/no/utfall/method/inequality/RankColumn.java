package no.utfall.method.inequality;

import no.utfall.figure.Column;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;

/** Ranks as numbers. In a project a rank is read as text, like every other name of a group. */
final class RankColumn {

  private RankColumn() {}

  /** The column; a text that is no number is a rank that is not known. */
  static NumberColumn of(Frame data, String name) {
    Column column = data.column(name);
    if (column instanceof NumberColumn numbers) {
      return numbers;
    }
    TextColumn texts = data.text(name);
    NumberColumn.Builder builder = NumberColumn.builder(name);
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      builder.add(text.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(text) : Double.NaN);
    }
    return builder.build();
  }
}
