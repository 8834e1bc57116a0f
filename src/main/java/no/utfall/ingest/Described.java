package no.utfall.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.utfall.engine.Parquet;
import no.utfall.figure.Frame;
import no.utfall.problem.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A file with the metadata beside it, read from disk once; Parquet apart, which its engine opens. The metadata fill in what
 * nobody has said; where the file cannot be read so, it is read without them, and that is told.
 */
final class Described {

  private final Input input;
  private final @Nullable Path path;
  private final @Nullable Descriptor descriptor;
  private final Declared declared;
  private final List<Finding> findings;

  private Described(
      Input input,
      @Nullable Path path,
      @Nullable Descriptor descriptor,
      Declared declared,
      List<Finding> findings) {
    this.input = input;
    this.path = path;
    this.descriptor = descriptor;
    this.declared = declared;
    this.findings = findings;
  }

  static Described of(Input input, Declared known, Limits limits) {
    List<String> wrong = new ArrayList<>();
    Path path = input instanceof Input.OfFile file ? file.path() : null;
    Input once = path != null && Parquet.isParquet(path)
        ? input
        : new Input.OfBytes(input.name(), Source.bytes(input, limits));
    Descriptor descriptor = path == null ? null : Descriptor.beside(path, wrong);
    List<Finding> findings = new ArrayList<>();
    wrong.forEach(why -> findings.add(DescriptorCheck.unusable(input.name(), why)));
    return new Described(
        once, path, descriptor, descriptor == null ? known : descriptor.declared(known), findings);
  }

  Input input() {
    return input;
  }

  /** What is known of the file, with what the metadata add. */
  Declared declared() {
    return declared;
  }

  /** Why the metadata cannot be right, when the file cannot be read so; empty when it can. */
  Optional<String> fault(Recognition recognition, List<Finding> found) {
    if (descriptor == null) {
      return Optional.empty();
    }
    Optional<String> error =
        found.stream().filter(Finding::isError).findFirst().map(Finding::message);
    boolean oneColumn = recognition.columns().size() == 1 && fields().size() != 1;
    return error.isEmpty() && oneColumn ? Optional.of("the file has one column") : error;
  }

  /** The file without its metadata, which cannot be right. */
  Described bare(String why) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(DescriptorCheck.unusable(
        input.name(),
        (descriptor == null ? "the metadata" : descriptor.file()) + " cannot be right: read so, "
            + why + "; read without it"));
    return new Described(input, null, null, declared, all);
  }

  Declared withSigns(Declared known, Profile profile) {
    return descriptor == null ? known : descriptor.withSigns(known, profile.signs());
  }

  /** The roles that the publisher's profile gives, with those of the metadata over them. */
  Map<String, String> roles(Map<String, String> byProfile, Frame texts) {
    Map<String, String> roles = new LinkedHashMap<>(byProfile);
    for (Descriptor.Field field : fields()) {
      if (texts.has(field.name())) {
        if (Descriptor.ROLES.contains(field.role())) {
          roles.put(field.name(), field.role());
        } else if (Set.of("year", "yearmonth").contains(field.type())) {
          roles.putIfAbsent(field.name(), "period");
        }
      }
    }
    return roles;
  }

  private List<Descriptor.Field> fields() {
    return descriptor == null ? List.of() : descriptor.fields();
  }

  /** Level and our own unit of measure by column. */
  Map<String, Measure> measures() {
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (Descriptor.Field field : fields()) {
      if (!field.level().isEmpty() || !field.ownUnit().isEmpty()) {
        measures.put(field.name(), new Measure(field.level(), field.ownUnit()));
      }
    }
    return measures;
  }

  Recognition told(Recognition recognition) {
    if (descriptor == null) {
      return recognition;
    }
    List<String> evidence = new ArrayList<>(recognition.evidence());
    evidence.add("metadata: " + descriptor.file());
    return recognition.with(evidence);
  }

  /** How the metadata stand to the file. */
  List<Finding> findings(Inspect.Proposal proposal, Frame typed) {
    List<Finding> all = new ArrayList<>(findings(proposal));
    all.addAll(findings(typed));
    return all;
  }

  /** How the metadata stand to the cells as texts. */
  List<Finding> findings(Inspect.Proposal proposal) {
    if (descriptor == null || path == null) {
      return findings;
    }
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(DescriptorCheck.of(
        descriptor, path, input.name(), proposal.recognition(), proposal.texts()));
    return all;
  }

  /** How the metadata stand to what was read as numbers. */
  List<Finding> findings(Frame typed) {
    return descriptor == null || path == null
        ? List.of()
        : DescriptorCheck.ofNumbers(descriptor, input.name(), typed);
  }
}
