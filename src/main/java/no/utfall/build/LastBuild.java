package no.utfall.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.utfall.build.Outcome.Built;
import no.utfall.build.Outcome.Standing;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.text.Digests;
import no.utfall.text.Text;

/**
 * The last build that wrote its outputs: what it was made of, the digest of every file it wrote, and all that it said.
 * While the state is the same and the files stand as they were written, a build would only say and write the same again.
 *
 * <p>It stands in {@code .utfall/cache/build}, which ends with a digest of itself and is replaced whole: a file that is
 * torn, altered or of another form is as good as none. It can be deleted at any time.
 *
 * @param outputs digests of the files by their names below the output folder
 */
record LastBuild(State state, Map<String, String> outputs, Outcome outcome) {

  private static final String FORM = "utfall build 2";
  private static final int DIGEST = 64;

  private static Path file(Path root) {
    return root.resolve(ProjectLock.FOLDER).resolve("cache").resolve("build");
  }

  /** Empty when there was no build, or what it left cannot be believed. */
  static Optional<LastBuild> read(Project project, Graph graph) {
    try {
      byte[] bytes = Files.readAllBytes(file(project.root()));
      int end = bytes.length - DIGEST;
      if (end < 0
          || !Digests.of(Arrays.copyOf(bytes, end))
              .equals(new String(bytes, end, DIGEST, StandardCharsets.US_ASCII))) {
        return Optional.empty();
      }
      Source in = new Source(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
      return in.text().equals(FORM) ? Optional.of(in.last(project, graph)) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** @throws Refusal when it cannot be written */
  void write(Path root) {
    Path file = file(root);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new Sink(new DataOutputStream(bytes)).last(this);
      bytes.write(Digests.of(bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII));
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling("build.new");
      Files.write(fresh, bytes.toByteArray());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Refusal(
          Fault.READ_WRITE,
          Finding.error(
              "E120",
              Location.ofFile(file.toString()),
              "",
              "cannot write " + file + ": " + e,
              "see to the rights of the folder"));
    }
  }

  /** Writes field by field; {@link Source} reads in the same order. */
  private record Sink(DataOutputStream out) {

    void last(LastBuild last) throws IOException {
      text(FORM);
      map(last.state.digests());
      map(last.outputs);
      Outcome outcome = last.outcome;
      out.writeInt(outcome.nodes().size());
      for (Built built : outcome.nodes()) {
        text(built.node().id());
        text(built.standing().name());
        text(built.summary());
        out.writeLong(built.errors());
        out.writeLong(built.warnings());
      }
      told(outcome.told());
      out.writeInt(outcome.ledgers().size());
      for (Ledger ledger : outcome.ledgers()) {
        ledger(ledger);
      }
      text(outcome.fault().map(Fault::name).orElse(""));
      Text headline = outcome.headline().orElse(Text.none());
      text(headline.nb());
      text(headline.nn());
      text(headline.en());
      out.flush();
    }

    private void told(FindingLog told) throws IOException {
      List<Finding> first = told.first();
      out.writeInt(first.size());
      for (Finding finding : first) {
        finding(finding);
      }
      List<FindingLog.Kind> kinds = told.kinds();
      out.writeInt(kinds.size());
      for (FindingLog.Kind kind : kinds) {
        text(kind.head().code());
        text(kind.head().place().file());
        out.writeLong(kind.count() - kind.first().size());
      }
    }

    private void finding(Finding finding) throws IOException {
      text(finding.code());
      text(finding.severity().name());
      text(finding.place().file());
      out.writeInt(finding.place().line());
      out.writeInt(finding.place().field());
      out.writeInt(finding.place().column());
      text(finding.value());
      text(finding.excerpt());
      text(finding.message());
      text(finding.fix());
    }

    private void ledger(Ledger ledger) throws IOException {
      text(ledger.file());
      out.writeLong(ledger.read());
      out.writeLong(ledger.used());
      out.writeLong(ledger.suppressed());
      out.writeLong(ledger.duplicated());
      out.writeLong(ledger.setAside());
      out.writeLong(ledger.unknownUnit());
      out.writeLong(ledger.absent());
      out.writeLong(ledger.reclassified());
    }

    private void map(Map<String, String> map) throws IOException {
      out.writeInt(map.size());
      for (Map.Entry<String, String> entry : map.entrySet()) {
        text(entry.getKey());
        text(entry.getValue());
      }
    }

    private void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private record Source(DataInputStream in) {

    LastBuild last(Project project, Graph graph) throws IOException {
      State state = new State(map());
      Map<String, String> outputs = map();
      List<Built> built = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        String id = text();
        Standing standing = Standing.valueOf(text());
        String summary = text();
        long errors = in.readLong();
        long warnings = in.readLong();
        graph.nodes().stream()
            .filter(node -> node.id().equals(id))
            .forEach(node -> built.add(new Built(node, standing, summary, errors, warnings, 0)));
      }
      FindingLog told = told();
      List<Ledger> ledgers = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        ledgers.add(ledger());
      }
      String fault = text();
      Text headline = Text.of(text(), text(), text());
      return new LastBuild(
          state,
          outputs,
          new Outcome(
              built,
              told,
              ledgers,
              project.root().resolve(project.outputs().dir()),
              List.copyOf(outputs.keySet()),
              fault.isEmpty() ? Optional.empty() : Optional.of(Fault.valueOf(fault)),
              headline.isBlank() ? Optional.empty() : Optional.of(headline),
              false));
    }

    private FindingLog told() throws IOException {
      FindingLog told = FindingLog.ofKinds(Build.LISTED);
      told.next("");
      List<Finding> first = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        first.add(finding());
      }
      told.append(first);
      for (int n = in.readInt(); n > 0; n--) {
        told.count(text(), text(), in.readLong());
      }
      return told;
    }

    private Finding finding() throws IOException {
      return new Finding(
          text(),
          Severity.valueOf(text()),
          new Location(text(), in.readInt(), in.readInt(), in.readInt()),
          text(),
          text(),
          text(),
          text());
    }

    private Ledger ledger() throws IOException {
      return new Ledger(
          text(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong(),
          in.readLong());
    }

    private Map<String, String> map() throws IOException {
      Map<String, String> map = new TreeMap<>();
      for (int n = in.readInt(); n > 0; n--) {
        map.put(text(), text());
      }
      return map;
    }

    String text() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
  }
}
