package no.utfall.method.effect;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import no.utfall.figure.Frame;
import org.jspecify.annotations.Nullable;

/** Second tables, each made when it is asked for: an influence table of a large panel is larger than its data. */
final class Tables extends AbstractMap<String, Frame> {

  private final Map<String, Supplier<Frame>> makers = new LinkedHashMap<>();

  Tables with(String name, Supplier<Frame> maker) {
    makers.put(name, maker);
    return this;
  }

  @Override
  public @Nullable Frame get(Object name) {
    Supplier<Frame> maker = makers.get(name);
    return maker == null ? null : maker.get();
  }

  @Override
  public boolean containsKey(Object name) {
    return makers.containsKey(name);
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(makers.keySet());
  }

  @Override
  public Set<Entry<String, Frame>> entrySet() {
    Set<Entry<String, Frame>> entries = new LinkedHashSet<>();
    makers.forEach((name, maker) -> entries.add(Map.entry(name, maker.get())));
    return entries;
  }
}
