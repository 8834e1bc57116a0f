package no.utfall.reference;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.utfall.CommandLine;
import no.utfall.InProcess;

/** {@code ReferenceMain CASES.yaml… DIR}: one line a case, then {@code N passed, N failed}; exit 1 on any MISS. */
final class ReferenceMain {

  private static final int USAGE = 2;

  private ReferenceMain() {}

  public static void main(String[] args) {
    System.exit(run(
        new InProcess(),
        List.of(args),
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)));
  }

  static int run(CommandLine commandLine, List<String> args, PrintStream out) {
    if (args.size() < 2) {
      out.println("usage: scripts/reference CASES.yaml... DIR");
      return USAGE;
    }
    Path folder = Path.of(args.get(args.size() - 1));
    if (!Files.isDirectory(folder)) {
      out.println("there is no folder " + folder);
      return USAGE;
    }
    try {
      return run(new Runner(commandLine, folder), cases(args.subList(0, args.size() - 1)), out);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return USAGE;
    } catch (IOException e) {
      out.println("cannot read " + e.getMessage());
      return USAGE;
    }
  }

  private static List<Case> cases(List<String> files) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String file : files) {
      cases.addAll(CaseFile.read(Path.of(file)).cases());
    }
    return cases;
  }

  private static int run(Runner runner, List<Case> cases, PrintStream out) {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    for (Case one : cases) {
      Verdict verdict = runner.run(one);
      out.println(verdict);
      switch (verdict.kind()) {
        case OK -> passed++;
        case MISS -> failed++;
        case SKIP -> skipped++;
      }
    }
    if (skipped > 0) {
      out.println(skipped + " skipped by name");
    }
    out.println(passed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }
}
