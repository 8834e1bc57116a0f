package no.utfall.ingest;

import java.util.function.Function;
import java.util.function.Supplier;
import no.utfall.problem.Location;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON document read token by token: a table, or the finding that says why there is none. */
final class JsonDocument {

  private JsonDocument() {}

  /**
   * What was made of a document.
   *
   * @param wrong why it is no table; {@code null} when it is one
   * @param table asked for only then
   */
  record Answer(@Nullable String wrong, Supplier<Page> table) {}

  /**
   * @param kind of document, for the finding
   * @return {@code null} after a finding says why there is no table
   */
  static @Nullable Page table(
      Page page, String kind, String fix, Found found, Function<JsonParser, Answer> reader) {
    String wrong;
    try (JsonParser json = new JsonFactory()
        .createParser(
            ObjectReadContext.empty(), page.bytes(), page.from(), page.to() - page.from())) {
      Answer answer = reader.apply(json);
      wrong = answer.wrong();
      if (wrong == null) {
        return answer.table().get();
      }
    } catch (JacksonException e) {
      wrong = e.getOriginalMessage();
    }
    found.add(
        "E118",
        Location.ofFile(page.file()),
        "",
        "",
        "the " + kind + " document is not understood: " + wrong,
        fix);
    return null;
  }
}
