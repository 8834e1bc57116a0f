package no.utfall.method;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.utfall.figure.Frame;

/** Second tables that are made when they are asked for, in the order in which they were named. */
public final class LazyTables extends AbstractMap<String, Frame> {

  private final Map<String, Supplier<Frame>> makers = new LinkedHashMap<>();

  public LazyTables with(String name, Supplier<Frame> maker) {
    makers.put(name, maker);
    return this;
  }

  @Override
  public Set<Entry<String, Frame>> entrySet() {
    Set<Entry<String, Frame>> entries = new LinkedHashSet<>();
    makers.forEach((name, maker) -> entries.add(new Made(name, maker)));
    return entries;
  }

  private record Made(String name, Supplier<Frame> maker) implements Entry<String, Frame> {
    @Override
    public String getKey() {
      return name;
    }

    @Override
    public Frame getValue() {
      return maker.get();
    }

    @Override
    public Frame setValue(Frame value) {
      throw new UnsupportedOperationException("tables are not changed");
    }
  }
}
