package no.utfall.problem;

/**
 * Where something was found. Lines count physical lines from 1, the header being one of them; fields and columns
 * (characters, a byte order mark apart) count from 1. Zero means not known, or the whole file or line.
 */
public record Location(String file, int line, int field, int column) {

  public static Location ofFile(String file) {
    return new Location(file, 0, 0, 0);
  }

  public static Location ofLine(String file, int line) {
    return new Location(file, line, 0, 0);
  }

  /** {@code file:line:column}, as far as known. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
