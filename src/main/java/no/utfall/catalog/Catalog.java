package no.utfall.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.utfall.method.Method;
import no.utfall.method.contrast.AgreeMethod;
import no.utfall.method.contrast.ContrastMethod;
import no.utfall.method.contrast.CoverageMethod;
import no.utfall.method.contrast.RankMethod;
import no.utfall.method.contrast.ShrinkMethod;
import no.utfall.method.effect.DifferenceInDifferences;
import no.utfall.method.rate.MeanMethod;
import no.utfall.method.rate.ProportionMethod;
import no.utfall.method.rate.RateMethod;
import no.utfall.method.value.LedgerMethod;

/** The methods there are, each loaded only when asked for. One more method is one more line here. */
public enum Catalog {
  PROPORTION("proportion", Group.INDICATORS, ProportionMethod::new),
  RATE("rate", Group.INDICATORS, RateMethod::new),
  MEAN("mean", Group.INDICATORS, MeanMethod::new),
  DID("did", Group.EFFECTS, DifferenceInDifferences::new),
  SHRINK("shrink", Group.EFFECTS, ShrinkMethod::new),
  LEDGER("ledger", Group.VALUE, LedgerMethod::new),
  RANK("rank", Group.CONTRAST, RankMethod::new),
  AGREE("agree", Group.CONTRAST, AgreeMethod::new),
  CONTRAST("contrast", Group.CONTRAST, ContrastMethod::new),
  COVERAGE("coverage", Group.CONTRAST, CoverageMethod::new);

  private final String id;
  private final Group group;
  private final Supplier<Method> method;

  Catalog(String id, Group group, Supplier<Method> method) {
    this.id = id;
    this.group = group;
    this.method = method;
  }

  public String id() {
    return id;
  }

  public Group group() {
    return group;
  }

  public Method load() {
    return method.get();
  }

  /** The ids in the order of the help page. */
  public static List<String> methods() {
    return Stream.of(values()).map(Catalog::id).toList();
  }

  public static Optional<Method> method(String id) {
    return Stream.of(values()).filter(entry -> entry.id.equals(id)).findFirst().map(Catalog::load);
  }
}
