package no.utfall.problem;

/** Why a run could not do all it was asked, and the exit code that says so. Of several data faults the lowest wins. */
public enum Fault {
  GATE(1),
  COMMAND_LINE(2),
  PROJECT_FILE(3),
  INPUT_DATA(4),
  ANALYSIS(5),
  DISCLOSURE(6),
  READ_WRITE(7);

  private final int exit;

  Fault(int exit) {
    this.exit = exit;
  }

  public int exit() {
    return exit;
  }
}
