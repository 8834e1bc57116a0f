package no.utfall.method.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import no.utfall.problem.Fault;
import no.utfall.problem.Refusal;
import org.junit.jupiter.api.Test;

class KernelsTest {

  private final Proportion share = Proportion.withDefaults().per(1);

  @Test
  void wilsonByHand() {
    // 1 of 2 at z = 1.959963984540054: centre ½, half-width z √(z² + 2) / (2 (2 + z²))
    Proportion.Estimate half = share.estimate(1, 2);
    double z = 1.959963984540054;
    double width = z * Math.sqrt(z * z + 2) / (2 * (2 + z * z));
    assertEquals(0.5, half.value());
    assertEquals(0.5 - width, half.low(), 1e-15);
    assertEquals(0.5 + width, half.high(), 1e-15);
    // none of 10: upper limit z² / (10 + z²)
    assertEquals(0, share.estimate(0, 10).low());
    assertEquals(z * z / (10 + z * z), share.estimate(0, 10).high(), 1e-15);
    assertEquals(1, share.estimate(10, 10).high());
  }

  @Test
  void clopperPearsonAgreesWithR() { // R 4.2.2: binom.test(3, 20), binom.test(120, 1000, conf.level
    // = .998)
    Proportion exact = share.interval(Proportion.Interval.CLOPPER_PEARSON);
    assertEquals(0.032070937185463728, exact.estimate(3, 20).low(), 1e-15);
    assertEquals(0.378926826545313955, exact.estimate(3, 20).high(), 1e-14);
    assertEquals(0.090367906383574448, exact.level(0.998).estimate(120, 1000).low(), 1e-15);
    assertEquals(0.154816863273915861, exact.level(0.998).estimate(120, 1000).high(), 1e-15);
    // none of n: 1 − (α/2)^(1/n)
    assertEquals(0, exact.estimate(0, 5).low());
    assertEquals(1 - StrictMath.pow(0.025, 0.2), exact.estimate(0, 5).high(), 1e-14);
    assertEquals(StrictMath.pow(0.025, 0.2), exact.estimate(5, 5).low(), 1e-14);
    assertEquals(1, exact.estimate(5, 5).high());
  }

  @Test
  void jeffreysAndAgrestiCoullAgreeWithTheirFormulas() {
    // R 4.2.2: qbeta(c(.025, .975), 3.5, 17.5)
    Proportion jeffreys = share.interval(Proportion.Interval.JEFFREYS);
    assertEquals(0.044131341975155849, jeffreys.estimate(3, 20).low(), 1e-15);
    assertEquals(0.34857771085845424, jeffreys.estimate(3, 20).high(), 1e-14);
    assertEquals(0, jeffreys.estimate(0, 20).low());
    assertEquals(1, jeffreys.estimate(20, 20).high());
    // by arithmetic from the formula with z = 1.959963984540054
    Proportion agrestiCoull = share.interval(Proportion.Interval.AGRESTI_COULL);
    assertEquals(0.04393901127651956, agrestiCoull.estimate(3, 20).low(), 1e-15);
    assertEquals(0.368848599360454, agrestiCoull.estimate(3, 20).high(), 1e-15);
    assertEquals(0, agrestiCoull.estimate(0, 20).low());
    assertTrue(agrestiCoull.estimate(0, 20).high() > 0);
  }

  @Test
  void everyIntervalTurnsRoundWithTheOtherShare() {
    for (Proportion.Interval interval : Proportion.Interval.values()) {
      for (int x = 0; x <= 30; x++) {
        Proportion.Estimate these = share.interval(interval).estimate(x, 30);
        Proportion.Estimate others = share.interval(interval).estimate(30 - x, 30);
        assertEquals(1 - others.high(), these.low(), 1e-13, interval + " " + x);
        assertTrue(these.low() <= these.value() && these.value() <= these.high());
      }
    }
  }

  @Test
  void exactRateAgreesWithRAndZeroEventsHaveALogarithmicLimit() {
    // R 4.2.2: poisson.test(5, 100)$conf.int * 1e5
    CrudeRate.Estimate five = CrudeRate.withDefaults().estimate(5, 100);
    assertEquals(5000, five.value());
    assertEquals(1623.486390118421, five.low(), 1e-10);
    assertEquals(11668.332079322667, five.high(), 1e-9);
    assertEquals(CrudeRate.Interval.EXACT, five.interval());
    CrudeRate.Estimate none = CrudeRate.withDefaults().per(1).estimate(0, 1);
    assertEquals(0, none.low());
    assertEquals(-StrictMath.log(0.025), none.high(), 1e-14);
    CrudeRate midP = CrudeRate.withDefaults().per(1).interval(CrudeRate.Interval.MID_P);
    assertEquals(0, midP.estimate(0, 1).low());
    assertEquals(-StrictMath.log(0.05), midP.estimate(0, 1).high(), 1e-14);
  }

  @Test
  void midPAndJeffreysAgreeWithTheirEquations() {
    CrudeRate one = CrudeRate.withDefaults().per(1);
    // mpmath 30 digits, the two equations solved for x = 5
    CrudeRate.Estimate midP = one.interval(CrudeRate.Interval.MID_P).estimate(5, 1);
    assertEquals(1.83199480852841676, midP.low(), 1e-14);
    assertEquals(11.0824156649920162, midP.high(), 1e-13);
    // R 4.2.2: qgamma(c(.025, .975), 7.5)
    CrudeRate.Estimate jeffreys = one.interval(CrudeRate.Interval.JEFFREYS).estimate(7, 1);
    assertEquals(3.1310688975216254, jeffreys.low(), 1e-14);
    assertEquals(13.744196431721489, jeffreys.high(), 1e-13);
  }

  @Test
  void exactIsWidestAndByarIsNearIt() {
    for (int x = 10; x < 3000; x = x * 5 / 4) {
      CrudeRate one = CrudeRate.withDefaults().per(1);
      CrudeRate.Estimate exact = one.interval(CrudeRate.Interval.EXACT).estimate(x, 1);
      CrudeRate.Estimate midP = one.interval(CrudeRate.Interval.MID_P).estimate(x, 1);
      CrudeRate.Estimate jeffreys = one.interval(CrudeRate.Interval.JEFFREYS).estimate(x, 1);
      CrudeRate.Estimate byar = one.estimate(x, 1);
      assertEquals(CrudeRate.Interval.BYAR, byar.interval());
      assertTrue(exact.low() < midP.low() && midP.high() < exact.high(), "x = " + x);
      assertTrue(exact.low() < jeffreys.low() && jeffreys.high() < exact.high(), "x = " + x);
      assertEquals(exact.low(), byar.low(), 0.002 * x, "x = " + x);
      assertEquals(exact.high(), byar.high(), 0.002 * x, "x = " + x);
    }
  }

  @Test
  void meanByHand() {
    // 1 2 3 4: mean 2.5, s = √(5/3), t(0.975, 3) = 3.182446305283708 (R 4.2.2 qt)
    Mean.Estimate estimate = Mean.withDefaults().estimate(new double[] {4, 1, 3, 2});
    assertEquals(2.5, estimate.value());
    assertEquals(Math.sqrt(5.0 / 3), estimate.stdDev(), 1e-15);
    assertEquals(2.5 - 3.182446305283708 * Math.sqrt(5.0 / 12), estimate.low(), 1e-14);
    assertEquals(2.5 + 3.182446305283708 * Math.sqrt(5.0 / 12), estimate.high(), 1e-14);
    assertEquals(3, estimate.df());
  }

  @Test
  void whatIsNoProportionOrRateOrLevelIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> share.estimate(3, 2));
    assertThrows(IllegalArgumentException.class, () -> share.estimate(0, 0));
    assertThrows(IllegalArgumentException.class, () -> share.estimate(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> CrudeRate.withDefaults().estimate(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Mean.withDefaults().estimate(new double[0]));
    Refusal percent = assertThrows(Refusal.class, () -> share.level(95));
    assertEquals(Fault.COMMAND_LINE, percent.fault());
    assertEquals("did you mean 0.95?", percent.findings().get(0).fix());
    assertThrows(Refusal.class, () -> CrudeRate.withDefaults().per(0));
    assertThrows(Refusal.class, () -> Mean.withDefaults().level(1));
  }
}
