package no.utfall.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.utfall.text.Language;
import org.jspecify.annotations.Nullable;

/** The streams and habits of one run: results go to {@code out}, words to {@code err}. */
final class Console {

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final Map<String, String> env;

  Console(InputStream in, OutputStream out, OutputStream err, Map<String, String> env) {
    this.in = in;
    this.out = out;
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.env = Map.copyOf(env);
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  @Nullable String env(String name) {
    return env.get(name);
  }

  /** The launcher says which streams are terminals: {@code UTFALL_TTY=out,err}. */
  boolean outIsTerminal() {
    return env.getOrDefault("UTFALL_TTY", "").contains("out");
  }

  boolean errIsTerminal() {
    return env.getOrDefault("UTFALL_TTY", "").contains("err");
  }

  boolean colour() {
    return errIsTerminal() && env.get("NO_COLOR") == null && !"dumb".equals(env.get("TERM"));
  }

  /** {@code UTFALL_LANG}, else the language of the locale when it is Norwegian, else English. */
  Language language() {
    String wanted = env.get("UTFALL_LANG");
    if (wanted != null) {
      Language language = Language.find(wanted);
      if (language != null) {
        return language;
      }
    }
    for (String name : new String[] {"UTFALL_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String locale = env.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return locale.startsWith("nn")
            ? Language.NN
            : locale.matches("(nb|no)([_.@].*)?") ? Language.NB : Language.EN;
      }
    }
    return Language.EN;
  }
}
