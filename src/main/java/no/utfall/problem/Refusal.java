package no.utfall.problem;

import java.util.List;

/** The run stops here, for a reason the user can do something about: never our own bug. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Fault fault;
  private final transient List<Finding> findings;

  public Refusal(Fault fault, List<Finding> findings) {
    super(findings.isEmpty() ? fault.name() : findings.get(0).message());
    this.fault = fault;
    this.findings = List.copyOf(findings);
  }

  public Refusal(Fault fault, Finding finding) {
    this(fault, List.of(finding));
  }

  /** A refusal of the command line: no place in a file, one sentence and the mend. */
  public static Refusal commandLine(String message, String fix) {
    return new Refusal(
        Fault.COMMAND_LINE,
        Finding.error("E001", Location.ofFile("command line"), "", message, fix));
  }

  /** An estimate that these data do not allow. */
  public static Refusal analysis(String code, String file, String message, String fix) {
    return new Refusal(
        Fault.ANALYSIS, Finding.error(code, Location.ofFile(file), "", message, fix));
  }

  public Fault fault() {
    return fault;
  }

  public List<Finding> findings() {
    return findings;
  }
}
