package no.utfall.ingest;

import java.lang.ref.SoftReference;
import no.utfall.figure.Origin;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The places of the fields of a file that was read. The text is not kept from being forgotten when memory is short; it
 * is then opened again, and when it is gone or has another length by then, only line and field are told.
 */
final class PlacesInFile implements Origin.Places {

  private record Cursor(int line, int offset) {}

  private final Input input;
  private final Declared declared;
  private final Limits limits;
  private final byte delimiter;
  private final int length;
  private volatile SoftReference<Page> text;
  private volatile Cursor last;

  PlacesInFile(Reader reader) {
    Page page = reader.page();
    this.input = reader.input();
    this.declared = reader.declared();
    this.limits = reader.limits();
    this.delimiter = reader.delimiter();
    this.length = page.bytes().length;
    this.text = new SoftReference<>(page);
    this.last = new Cursor(page.firstLine(), page.from());
  }

  @Override
  public Location of(int line, int field) {
    Page page = field == 0 ? null : page();
    if (page == null) {
      return new Location(input.name(), line, field, 0);
    }
    Cursor cursor = last;
    int at = cursor.line <= line ? cursor.offset : page.from();
    int now = cursor.line <= line ? cursor.line : page.firstLine();
    while (now < line && at < page.to()) {
      at = page.afterLine(at);
      now++;
    }
    last = new Cursor(now, at);
    Records record = new Records(page, delimiter, limits.maxColumns(), at, line);
    return record.next() && field <= record.fields()
        ? page.place(record, field - 1)
        : new Location(input.name(), line, field, 0);
  }

  /** As when memory is short. */
  void forget() {
    text.clear();
  }

  private @Nullable Page page() {
    Page page = text.get();
    if (page == null) {
      page = again();
      text = new SoftReference<>(page);
    }
    return page;
  }

  private @Nullable Page again() {
    try {
      Page page = Reader.open(input, declared, limits).page();
      return page.bytes().length == length ? page : null;
    } catch (Refusal gone) {
      return null;
    }
  }
}
