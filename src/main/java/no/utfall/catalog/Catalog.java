package no.utfall.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.utfall.method.Method;
import no.utfall.method.composite.CompositeMethod;
import no.utfall.method.contrast.AgreeMethod;
import no.utfall.method.contrast.ContrastMethod;
import no.utfall.method.contrast.CoverageMethod;
import no.utfall.method.contrast.RankMethod;
import no.utfall.method.contrast.ShrinkMethod;
import no.utfall.method.effect.DifferenceInDifferences;
import no.utfall.method.inequality.InequalityMethod;
import no.utfall.method.poverty.PovertyMethod;
import no.utfall.method.rate.DsrMethod;
import no.utfall.method.rate.FunnelMethod;
import no.utfall.method.rate.LifeExpectancyMethod;
import no.utfall.method.rate.MeanMethod;
import no.utfall.method.rate.ProportionMethod;
import no.utfall.method.rate.QuantileMethod;
import no.utfall.method.rate.RateMethod;
import no.utfall.method.rate.SmoothMethod;
import no.utfall.method.rate.SmrMethod;
import no.utfall.method.rate.TrendMethod;
import no.utfall.method.value.LedgerMethod;

/**
 * The methods there are, each made only when asked for. One more method is one more line here. A class and not a
 * constructor stands by each id: a reference to a constructor would be linked at every start, whichever method was asked
 * for.
 */
public enum Catalog {
  PROPORTION("proportion", Group.INDICATORS, ProportionMethod.class),
  RATE("rate", Group.INDICATORS, RateMethod.class),
  MEAN("mean", Group.INDICATORS, MeanMethod.class),
  DSR("dsr", Group.INDICATORS, DsrMethod.class),
  SMR("smr", Group.INDICATORS, SmrMethod.class),
  LIFE_EXPECTANCY("life-expectancy", Group.INDICATORS, LifeExpectancyMethod.class),
  QUANTILE("quantile", Group.INDICATORS, QuantileMethod.class),
  FUNNEL("funnel", Group.INDICATORS, FunnelMethod.class),
  INEQUALITY("inequality", Group.INDICATORS, InequalityMethod.class),
  POVERTY("poverty", Group.INDICATORS, PovertyMethod.class),
  SMOOTH("smooth", Group.INDICATORS, SmoothMethod.class),
  TREND("trend", Group.INDICATORS, TrendMethod.class),
  COMPOSITE("composite", Group.INDICATORS, CompositeMethod.class),
  DID("did", Group.EFFECTS, DifferenceInDifferences.class),
  SHRINK("shrink", Group.EFFECTS, ShrinkMethod.class),
  LEDGER("ledger", Group.VALUE, LedgerMethod.class),
  RANK("rank", Group.CONTRAST, RankMethod.class),
  AGREE("agree", Group.CONTRAST, AgreeMethod.class),
  CONTRAST("contrast", Group.CONTRAST, ContrastMethod.class),
  COVERAGE("coverage", Group.CONTRAST, CoverageMethod.class);

  private final String id;
  private final Group group;
  private final Class<? extends Method> method;

  Catalog(String id, Group group, Class<? extends Method> method) {
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
    try {
      return method.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " has no constructor without arguments", e);
    }
  }

  /** The ids in the order of the help page. */
  public static List<String> methods() {
    return Stream.of(values()).map(Catalog::id).toList();
  }

  public static Optional<Method> method(String id) {
    for (Catalog entry : values()) {
      if (entry.id.equals(id)) {
        return Optional.of(entry.load());
      }
    }
    return Optional.empty();
  }
}
