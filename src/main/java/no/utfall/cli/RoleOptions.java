package no.utfall.cli;

import java.util.List;
import no.utfall.figure.Type;
import no.utfall.ingest.Tidying;
import no.utfall.method.Option;
import no.utfall.text.Text;

/** What the columns of a file are, where the user says so. */
final class RoleOptions {

  static final List<Option> ALL = List.of(
      Option.column(
          "unit",
          Type.TEXT,
          Text.of(
              "Kolonnen med enheten, når forslaget ikke er rett",
              "Kolonnen med eininga, når framlegget ikkje er rett",
              "The column of the unit, where the proposal is not right")),
      Option.column(
          "period",
          Type.TEXT,
          Text.of("Kolonnen med perioden", "Kolonnen med perioden", "The column of the period")),
      Option.columns(
          "value",
          Type.NUMBER,
          Text.of(
              "Kolonnene med tall; andre blir dimensjoner",
              "Kolonnane med tal; andre blir dimensjonar",
              "The columns of numbers; others become dimensions")));

  private RoleOptions() {}

  static Tidying.Said said(Call call) {
    String values = call.option("value");
    return new Tidying.Said(
        call.option("unit"),
        call.option("period"),
        values == null ? List.of() : List.of(values.split(",")));
  }
}
