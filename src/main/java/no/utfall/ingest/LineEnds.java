package no.utfall.ingest;

/**
 * The line ends of a page.
 *
 * @param mixedAt the first line that ends otherwise than line 1, 0 when all end alike
 */
record LineEnds(boolean crOnly, int mixedAt) {

  static LineEnds of(Page page) {
    if (!page.has((byte) '\r')) {
      return new LineEnds(false, 0);
    }
    byte[] bytes = page.bytes();
    int line = page.firstLine();
    int first = 0;
    int mixedAt = 0;
    for (int i = page.from(); i < page.to() && mixedAt == 0; i++) {
      int kind = 0;
      if (bytes[i] == '\n') {
        kind = 1;
      } else if (bytes[i] == '\r') {
        kind = 2;
        if (i + 1 < page.to() && bytes[i + 1] == '\n') {
          kind = 3;
          i++;
        }
      }
      if (kind > 0) {
        first = first == 0 ? kind : first;
        mixedAt = kind == first ? 0 : line;
        line++;
      }
    }
    return new LineEnds(first == 2 && mixedAt == 0, mixedAt);
  }
}
