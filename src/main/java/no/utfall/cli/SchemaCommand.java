package no.utfall.cli;

import java.io.IOException;
import java.util.List;
import no.utfall.build.Schemas;
import no.utfall.text.Text;

/** {@code utfall schema}: the JSON Schema of the project file, for editors. */
final class SchemaCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "schema",
        Text.of(
            "Skriv JSON-skjemaet for utfall.yaml, for redigeringsprogrammer",
            "Skriv JSON-skjemaet for utfall.yaml, for redigeringsprogram",
            "Print the JSON Schema of utfall.yaml, for editors"),
        "",
        0,
        0,
        List.of(Usage.OUTPUT),
        List.of("utfall schema -o utfall.schema.json"));
  }

  @Override
  public int run(Call call) throws IOException {
    Results.toPlace(call, out -> Main.print(out, Schemas.json()));
    return 0;
  }
}
