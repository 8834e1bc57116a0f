package no.utfall.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import no.utfall.method.Settings;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.text.Nearest;

/** Where a run starts and ends. */
public final class Main {

  private static final int OUR_BUG = 70;

  private Main() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    int exit = run(
        List.of(args),
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        out,
        err,
        System.getenv());
    Runtime.getRuntime().halt(exit);
  }

  /**
   * One run of the command line, without touching the process: what tests and the program alike call.
   *
   * @return the exit code
   */
  public static int run(
      List<String> args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env) {
    Console console = new Console(in, out, err, env);
    try {
      int exit = dispatch(args, console);
      out.flush();
      return exit;
    } catch (Refusal refusal) {
      Findings.print(
          console.err(), refusal.findings(), console.language(), console.colour(), Severity.NOTE);
      return finish(out, refusal.fault().exit());
    } catch (Settings.Invalid invalid) {
      List<Finding> findings = invalid.faults().stream()
          .map(fault -> Finding.error(
              "E001",
              Location.ofFile("command line"),
              fault.option(),
              fault.message(),
              fault.fix()))
          .toList();
      Findings.print(console.err(), findings, console.language(), console.colour(), Severity.NOTE);
      return finish(out, Fault.COMMAND_LINE.exit());
    } catch (IOException e) {
      return broken(e, console);
    } catch (OutOfMemoryError e) {
      console.err().println("utfall: out of memory; give it more with  UTFALL_JAVA_OPTS=-Xmx4g");
      return Fault.READ_WRITE.exit();
    } catch (RuntimeException | Error e) {
      return e.getCause() instanceof IOException cause
          ? broken(cause, console)
          : bug(e, args, console);
    }
  }

  private static int finish(OutputStream out, int exit) {
    try {
      out.flush();
      return exit;
    } catch (IOException e) {
      return exit;
    }
  }

  private static int dispatch(List<String> args, Console console) throws IOException {
    if (args.isEmpty()) {
      HelpCommand.overview(console.language(), console.err());
      return Fault.COMMAND_LINE.exit();
    }
    String word = args.get(0);
    if (word.equals("--version") || word.equals("-V") || word.equals("version")) {
      print(console.out(), "utfall " + version() + "\n");
      return 0;
    }
    if (word.equals("--help") || word.equals("-h")) {
      HelpCommand.overview(console.language(), console.out());
      return 0;
    }
    if (word.startsWith("-")) {
      List<String> turned = new ArrayList<>(args);
      turned.remove(word);
      throw Refusal.commandLine(
          "the command comes first, then its options: '" + word + "'",
          "utfall COMMAND " + word + " …;  utfall help");
    }
    Command command = Commands.find(word).orElseThrow(() -> unknown(word));
    Usage usage = command.usage();
    List<String> words = args.subList(1, args.size());
    Call call =
        PlainLine.read(usage, words, console).orElseGet(() -> Parser.parse(usage, words, console));
    if (call.flag("help")) {
      print(console.out(), Parser.page(usage, call.language()));
      return 0;
    }
    return command.run(call);
  }

  private static Refusal unknown(String word) {
    String fix = Nearest.to(word, Commands.words())
        .map(near -> "did you mean  utfall " + near + " ?")
        .orElse("utfall help  lists the commands");
    return Refusal.commandLine("utfall has no command '" + word + "'", fix);
  }

  static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("/no/utfall/version.properties")) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  /** A reader that has gone away ends the run quietly; anything else says which file and why. */
  private static int broken(IOException e, Console console) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Broken pipe")) {
      return 0;
    }
    String what = e instanceof NoSuchFileException missing
        ? "there is no file " + missing.getFile()
        : e instanceof AccessDeniedException denied
            ? "no right to read or write " + denied.getFile()
            : e instanceof FileSystemException system
                ? "cannot read or write " + system.getFile() + ": " + system.getReason()
                : "cannot read or write: " + message;
    console.err().println("utfall: " + Excerpt.show(what));
    return Fault.READ_WRITE.exit();
  }

  /** Our own fault is said to be so; the trace holds no data. */
  private static int bug(Throwable e, List<String> args, Console console) {
    console
        .err()
        .println(
            "utfall: this is a fault of utfall, not yours. Please report it with the lines below.");
    console.err().println("command: " + (args.isEmpty() ? "" : args.get(0)));
    StringWriter trace = new StringWriter();
    trace.append(e.getClass().getName()).append('\n');
    for (StackTraceElement element : e.getStackTrace()) {
      if (element.getClassName().startsWith("no.utfall")) {
        trace.append("  at ").append(element.toString()).append('\n');
      }
    }
    new PrintStream(console.err(), true, StandardCharsets.UTF_8).print(trace);
    return OUR_BUG;
  }
}
