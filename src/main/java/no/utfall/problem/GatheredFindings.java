package no.utfall.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several readers find side by side, put into one log in an order that does not tell which of them was first: file by
 * file, each by line and field, and what two of them found alike once.
 */
public final class GatheredFindings implements AutoCloseable {

  /** How many of one reader wait in memory: there may be hundreds of readers. */
  private static final int WAITING = 2_048;

  private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(
          (Finding finding) -> finding.place().line())
      .thenComparingInt(finding -> finding.place().field());

  private final List<FindingLog> logs = new ArrayList<>();
  private final Set<Finding> others = new LinkedHashSet<>();

  /**
   * A log of its own for one more reader, complete. Logs are asked for by one thread, and where two readers read one file,
   * what stands at one place comes in the order in which they were asked for.
   */
  public FindingLog log() {
    FindingLog log = FindingLog.complete(WAITING);
    logs.add(log);
    return log;
  }

  /** Few findings, which may concern any file. */
  public void add(Collection<Finding> findings) {
    others.addAll(findings);
  }

  /**
   * Puts everything behind what is in a log; every file is a part of it.
   *
   * @param files that come first, whether anything was found in them or not
   */
  public void into(FindingLog all, Collection<String> files) {
    Map<String, List<Supplier<Iterator<Finding>>>> byFile = new LinkedHashMap<>();
    files.forEach(file -> byFile.put(file, new ArrayList<>()));
    for (FindingLog log : logs) {
      List<FindingLog.Part> parts = log.parts();
      for (int i = 0; i < parts.size(); i++) {
        int part = i;
        byFile
            .computeIfAbsent(parts.get(i).file(), file -> new ArrayList<>())
            .add(() -> log.ofPart(part));
      }
    }
    Map<String, List<Finding>> rest = new LinkedHashMap<>();
    others.forEach(finding ->
        rest.computeIfAbsent(finding.place().file(), file -> new ArrayList<>()).add(finding));
    rest.forEach((file, findings) -> {
      findings.sort(BY_PLACE);
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(findings::iterator);
    });
    byFile.forEach((file, readers) -> {
      all.next(file);
      merge(readers.stream().map(Supplier::get).toList(), all);
    });
  }

  private static void merge(List<Iterator<Finding>> sorted, FindingLog all) {
    if (sorted.size() == 1) {
      sorted.get(0).forEachRemaining(all::add);
      return;
    }
    List<Ahead> readers = sorted.stream().map(Ahead::new).toList();
    Map<Finding, Finding> here = new LinkedHashMap<>();
    for (Finding first = first(readers); first != null; first = first(readers)) {
      for (Ahead reader : readers) {
        reader.take(first, here);
      }
      here.values().forEach(all::add);
      here.clear();
    }
  }

  private static @Nullable Finding first(List<Ahead> readers) {
    Finding first = null;
    for (Ahead reader : readers) {
      Finding next = reader.next;
      if (next != null && (first == null || BY_PLACE.compare(next, first) < 0)) {
        first = next;
      }
    }
    return first;
  }

  /** Findings of which the next is known. */
  private static final class Ahead {
    private final Iterator<Finding> all;
    private @Nullable Finding next;

    Ahead(Iterator<Finding> all) {
      this.all = all;
      step();
    }

    private void step() {
      next = all.hasNext() ? all.next() : null;
    }

    /** Gives those that stand where this one does; of those that are alike one, with its excerpt if any has it. */
    void take(Finding place, Map<Finding, Finding> into) {
      for (Finding one = next; one != null && BY_PLACE.compare(one, place) == 0; one = next) {
        into.merge(one.withExcerpt(""), one, (a, b) -> a.excerpt().isEmpty() ? b : a);
        step();
      }
    }
  }

  @Override
  public void close() {
    logs.forEach(FindingLog::close);
  }
}
