package no.utfall.problem;

/**
 * One thing found on the way: what, where, and how to mend it.
 *
 * @param code {@code E506}, {@code W302}, {@code N210}; listed in {@link Codes}
 * @param value what stood there, empty when there is no one value
 * @param excerpt the line it stands on, for the caret; empty when there is none
 * @param fix what to do, in the imperative; empty when there is nothing to do
 */
public record Finding(
    String code,
    Severity severity,
    Location place,
    String value,
    String excerpt,
    String message,
    String fix) {

  public static Finding error(
      String code, Location place, String value, String message, String fix) {
    return new Finding(code, Severity.ERROR, place, value, "", message, fix);
  }

  public static Finding warning(
      String code, Location place, String value, String message, String fix) {
    return new Finding(code, Severity.WARNING, place, value, "", message, fix);
  }

  public static Finding note(
      String code, Location place, String value, String message, String fix) {
    return new Finding(code, Severity.NOTE, place, value, "", message, fix);
  }

  public Finding withExcerpt(String line) {
    return new Finding(code, severity, place, value, line, message, fix);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
