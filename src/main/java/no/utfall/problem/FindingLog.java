package no.utfall.problem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run finds, however much it is: out again file by file, each in the order of its lines and fields, and
 * in the order it came in where two stand at one place. What does not fit into memory waits in a temporary file.
 */
public final class FindingLog implements Iterable<Finding>, AutoCloseable {

  /** How many of one kind are kept with their excerpts, whatever becomes of the rest, when nothing else is said. */
  public static final int FIRST = 32;

  /** How many wait in memory. */
  private static final int WAITING = 8_192;

  private static final int LAST_LINE = Integer.MAX_VALUE;

  /**
   * A finding and its place in the order.
   *
   * @param part the file being read when it was found, from 0
   * @param line where it stands in the part, 0 in front of all lines
   * @param arrival how many came before
   */
  record Placed(int part, int line, int field, long arrival, Finding finding) {
    static final Comparator<Placed> ORDER = Comparator.comparingInt(Placed::part)
        .thenComparingInt(Placed::line)
        .thenComparingInt(Placed::field);

    Placed withoutExcerpt() {
      return new Placed(part, line, field, arrival, finding.withExcerpt(""));
    }
  }

  /**
   * Findings of one code in one file.
   *
   * @param count of all
   * @param first of them in order, as many as the log keeps
   */
  public record Kind(long count, List<Finding> first) {
    public Finding head() {
      return first.get(0);
    }
  }

  /**
   * A file that was read.
   *
   * @param findings how many were found in it
   * @param errors how many of them are errors
   */
  public record Part(String file, long findings, long errors) {}

  private static final class Gathered {
    final List<Placed> first = new ArrayList<>();
    long count;

    /** Whether it is one of the first, as far as they are known. */
    boolean add(Placed placed, int most) {
      count++;
      int at = first.size();
      while (at > 0 && Placed.ORDER.compare(first.get(at - 1), placed) > 0) {
        at--;
      }
      if (at < most) {
        first.add(at, placed);
        if (first.size() > most) {
          first.remove(most);
        }
      }
      return at < most;
    }
  }

  private final boolean complete;
  private final int waiting;
  private final int most;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Gathered> kinds = new HashMap<>();
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
  private final List<Placed> memory = new ArrayList<>();
  private final FindingSpool spool = new FindingSpool();
  private long arrivals;

  private FindingLog(boolean complete, int waiting, int most) {
    this.complete = complete;
    this.waiting = waiting;
    this.most = most;
  }

  /** Keeps all. */
  public static FindingLog complete() {
    return complete(WAITING);
  }

  /** As {@link #complete()}, with so few in memory. */
  static FindingLog complete(int waiting) {
    return new FindingLog(true, waiting, FIRST);
  }

  /** Keeps the first {@value #FIRST} of each kind, and counts the rest. */
  public static FindingLog ofKinds() {
    return ofKinds(FIRST);
  }

  /** Keeps so many of each kind, the first of them, and counts the rest. */
  public static FindingLog ofKinds(int most) {
    return new FindingLog(false, WAITING, most);
  }

  /** What is added from here on was found in this file. */
  public void next(String file) {
    parts.add(new Part(file, 0, 0));
    spool.endRun();
  }

  public List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Whether a finding of this code on this line would be kept; otherwise it need only be counted. */
  public boolean wants(String code, String file, int line) {
    Gathered kind = complete ? null : kinds.get(key(file, code));
    return kind == null
        || kind.first.size() < most
        || kind.first.get(most - 1).part == last() && kind.first.get(most - 1).line >= line;
  }

  /** Counts findings of a code and file of which others were {@linkplain #add added}. */
  public void count(String code, String file, long more) {
    Gathered kind = kinds.get(key(file, code));
    if (kind == null) {
      throw new IllegalStateException("none of " + code + " was added before");
    }
    kind.count += more;
    count(kind.first.get(0).finding.severity(), more);
  }

  private void count(Severity severity, long more) {
    counts.merge(severity, more, Long::sum);
    Part part = parts.get(last());
    long wrong = severity == Severity.ERROR ? more : 0;
    parts.set(last(), new Part(part.file, part.findings + more, part.errors + wrong));
  }

  /** To its place among the findings of the file. */
  public void add(Finding finding) {
    Location place = finding.place();
    add(new Placed(last(), place.line(), place.field(), arrivals++, finding));
  }

  /** Behind all that was and will be {@linkplain #add added}, in this order. */
  public void append(Collection<Finding> findings) {
    findings.forEach(finding -> add(new Placed(last(), LAST_LINE, 0, arrivals++, finding)));
  }

  private void add(Placed placed) {
    Finding finding = placed.finding;
    boolean first = kinds
        .computeIfAbsent(key(finding.place().file(), finding.code()), k -> new Gathered())
        .add(placed, most);
    count(finding.severity(), 1);
    if (complete) {
      memory.add(first ? placed : placed.withoutExcerpt());
      if (memory.size() >= waiting) {
        spill();
      }
    }
  }

  private int last() {
    return parts.size() - 1;
  }

  private static String key(String file, String code) {
    return code + file;
  }

  private void spill() {
    memory.sort(Placed.ORDER);
    try {
      spool.add(memory);
    } catch (IOException e) {
      throw unspoken(e);
    }
    memory.clear();
  }

  static Refusal unspoken(IOException e) {
    return new Refusal(
        Fault.READ_WRITE,
        Finding.error(
            "E120",
            Location.ofFile(System.getProperty("java.io.tmpdir", "")),
            "",
            "cannot keep the findings in a temporary file: " + e,
            "make room, or name another folder with  UTFALL_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"));
  }

  public long count(Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  /** How many there are of each severity. */
  public Map<Severity, Long> counts() {
    return Map.copyOf(counts);
  }

  /** In the order of the first of each. */
  public List<Kind> kinds() {
    return kinds.values().stream()
        .sorted(Comparator.comparing(
            kind -> kind.first.get(0), Placed.ORDER.thenComparingLong(Placed::arrival)))
        .map(kind ->
            new Kind(kind.count, kind.first.stream().map(Placed::finding).toList()))
        .toList();
  }

  /** The first of every kind, in the order of all. */
  public List<Finding> first() {
    return kinds.values().stream()
        .flatMap(kind -> kind.first.stream())
        .sorted(Placed.ORDER.thenComparingLong(Placed::arrival))
        .map(Placed::finding)
        .toList();
  }

  /** Every finding, in order; only the first of each kind have their excerpts. */
  @Override
  public Iterator<Finding> iterator() {
    return new Walk(placed(0, last()), 0, last());
  }

  /** Those of the file that is read now. */
  public Iterator<Finding> ofLastPart() {
    return ofPart(last());
  }

  /**
   * Those of one file.
   *
   * @param part its place among the {@link #parts}
   */
  public Iterator<Finding> ofPart(int part) {
    return new Walk(placed(part, part), part, part);
  }

  private Iterator<Placed> placed(int firstPart, int lastPart) {
    if (!complete) {
      throw new IllegalStateException("only the first of each kind are kept");
    }
    memory.sort(Placed.ORDER);
    try {
      List<Iterator<Placed>> runs = new ArrayList<>(spool.runs(firstPart, lastPart));
      runs.add(List.copyOf(memory).iterator());
      return new Merge(runs);
    } catch (IOException e) {
      throw unspoken(e);
    }
  }

  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      throw unspoken(e);
    }
  }

  /** Findings of these parts. */
  private static final class Walk implements Iterator<Finding> {
    private final Iterator<Placed> all;
    private final int from;
    private final int to;
    private @Nullable Placed next;

    Walk(Iterator<Placed> all, int from, int to) {
      this.all = all;
      this.from = from;
      this.to = to;
      step();
    }

    private void step() {
      next = null;
      while (next == null && all.hasNext()) {
        Placed placed = all.next();
        if (placed.part > to) {
          return;
        }
        next = placed.part < from ? null : placed;
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Finding next() {
      Placed placed = next;
      if (placed == null) {
        throw new NoSuchElementException();
      }
      step();
      return placed.finding;
    }
  }

  /** Sorted runs as one; of equal places the earlier run comes first. */
  private static final class Merge implements Iterator<Placed> {
    private record Head(Placed placed, int run) {}

    private final List<Iterator<Placed>> runs;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
        Comparator.comparing(Head::placed, Placed.ORDER).thenComparingInt(Head::run));

    Merge(List<Iterator<Placed>> runs) {
      this.runs = runs;
      for (int run = 0; run < runs.size(); run++) {
        pull(run);
      }
    }

    private void pull(int run) {
      if (runs.get(run).hasNext()) {
        heads.add(new Head(runs.get(run).next(), run));
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Placed next() {
      Head head = heads.remove();
      pull(head.run);
      return head.placed;
    }
  }
}
