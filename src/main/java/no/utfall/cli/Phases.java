package no.utfall.cli;

import java.util.Locale;

/** The time each phase took, on standard error with {@code --timings}. */
final class Phases {

  private final Call call;
  private long last = System.nanoTime();

  Phases(Call call) {
    this.call = call;
  }

  void done(String phase) {
    if (call.flag("timings")) {
      long now = System.nanoTime();
      call.console()
          .err()
          .println(String.format(Locale.ROOT, "%-10s %9.1f ms", phase, (now - last) / 1e6));
      last = now;
    }
  }
}
