package no.utfall.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A value read from outside, with everything that was found on the way. Partial success is normal. */
public record Loaded<T>(T value, List<Finding> findings) {

  public Loaded {
    Objects.requireNonNull(value, "value");
    findings = List.copyOf(findings);
  }

  public <U> Loaded<U> map(Function<? super T, ? extends U> f) {
    return new Loaded<>(f.apply(value), findings);
  }

  public Loaded<T> and(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new Loaded<>(value, all);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
