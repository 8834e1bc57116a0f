package no.utfall.build;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.method.Result;
import no.utfall.problem.Finding;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import org.jspecify.annotations.Nullable;

/**
 * A result that is asked many times, since reports are made for each language and outputs side by side, and computes
 * each part once.
 */
final class Once implements Result {

  private final Result result;
  private final Frame tidy;
  private final Map<String, Frame> tables = new HashMap<>();
  private @Nullable List<Chart> charts;
  private @Nullable List<Text> reading;

  Once(Result result) {
    this.result = result;
    this.tidy = result.tidy();
  }

  @Override
  public Frame tidy() {
    return tidy;
  }

  @Override
  public Map<String, Frame> tables() {
    return new Remembered(result.tables());
  }

  @Override
  public synchronized List<Chart> charts() {
    List<Chart> made = charts == null ? result.charts() : charts;
    charts = made;
    return made;
  }

  @Override
  public synchronized List<Text> reading() {
    List<Text> made = reading == null ? result.reading() : reading;
    reading = made;
    return made;
  }

  @Override
  public List<Finding> findings() {
    return result.findings();
  }

  /** Tables that are made when asked for, kept from then on. */
  private final class Remembered extends AbstractMap<String, Frame> {
    private final Map<String, Frame> all;

    Remembered(Map<String, Frame> all) {
      this.all = all;
    }

    @Override
    public @Nullable Frame get(Object name) {
      synchronized (Once.this) {
        Frame known = tables.get(name);
        if (known == null && all.containsKey(name)) {
          known = all.get(name);
          if (known != null) {
            tables.put(String.valueOf(name), known);
          }
        }
        return known;
      }
    }

    @Override
    public boolean containsKey(Object name) {
      return all.containsKey(name);
    }

    @Override
    public Set<Entry<String, Frame>> entrySet() {
      return all.entrySet();
    }
  }
}
