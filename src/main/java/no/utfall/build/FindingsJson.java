package no.utfall.build;

import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.render.FindingJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Findings and ledgers as one JSON document, one finding a line. */
final class FindingsJson {

  private FindingsJson() {}

  static String of(List<Finding> findings, List<Ledger> ledgers) {
    return "{\"findings\":["
        + lines(findings, FindingJson::write)
        + "],\n\"ledger\":["
        + lines(ledgers, FindingJson::write)
        + "]}\n";
  }

  private static <T> String lines(List<T> items, BiConsumer<JsonGenerator, T> write) {
    StringBuilder out = new StringBuilder();
    for (T item : items) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json =
          new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
        write.accept(json, item);
      }
      out.append(out.isEmpty() ? "\n" : ",\n").append(line);
    }
    return out.toString();
  }
}
