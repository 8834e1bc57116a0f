package no.utfall.method;

import java.util.List;
import java.util.Optional;
import no.utfall.text.Text;

/**
 * What a method is, for people and for the program: help, {@code methods}, {@code explain}, the JSON Schema and the
 * manual page are all made from it.
 *
 * @param id the command, and the word after {@code method:} in a project file
 * @param question the one question it answers, as a sentence
 * @param options in the order of the help page
 * @param measures what stands in the column {@code measure}, each with its meaning
 * @param tables the names of second tables, with what they hold
 * @param formula as plain text, letters glossed
 * @param example command lines that run on {@code sample-data}
 */
public record Card(
    String id,
    Text title,
    Text question,
    List<Option> options,
    List<Named> measures,
    List<Named> tables,
    Text formula,
    List<Text> assumptions,
    List<Text> notWhen,
    List<Reference> literature,
    List<Peer> peers,
    List<String> example) {

  public Card {
    options = List.copyOf(options);
    measures = List.copyOf(measures);
    tables = List.copyOf(tables);
    assumptions = List.copyOf(assumptions);
    notWhen = List.copyOf(notWhen);
    literature = List.copyOf(literature);
    peers = List.copyOf(peers);
    example = List.copyOf(example);
  }

  /** A name that stands in a table, and what it means. */
  public record Named(String name, Text meaning) {}

  /** A paper; the DOI without address, empty when it has none. */
  public record Reference(String citation, String doi) {}

  /** Another program that computes this, and where the two agree or do not. */
  public record Peer(String name, Text note) {}

  public Optional<Option> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }
}
