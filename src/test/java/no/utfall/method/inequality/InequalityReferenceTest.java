package no.utfall.method.inequality;

import static no.utfall.method.inequality.Runs.estimate;
import static no.utfall.method.inequality.Runs.number;
import static no.utfall.method.inequality.Runs.reference;
import static no.utfall.method.inequality.Runs.rows;
import static no.utfall.method.inequality.Runs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.method.Result;
import org.junit.jupiter.api.Test;

/** What the case files cannot say: peers' numbers in another unit, or right only after one step by hand. */
class InequalityReferenceTest {

  private static double theirs(String file, String key, String name, String column) {
    Map<String, String> row = rows(file).stream()
        .filter(candidate -> candidate.get(key).equals(name))
        .findFirst()
        .orElseThrow();
    return Double.parseDouble(row.get(column));
  }

  private static void near(double wanted, double got, double relative) {
    assertEquals(wanted, got, relative * Math.abs(wanted));
  }

  /** healthequal 1.0.1: mld(…) and ti(…), times 1000; its own standard errors are 1000 times too small. */
  @Test
  void entropyBetweenGroupsAgreesBeforeTheFactorOfThousand() {
    String file = "gap_nonordered_healthequal__expected.csv";
    Result result = run(
        reference("gap_nonordered_healthequal__input.csv", "indicator", "subgroup"),
        "group=subgroup value=estimate population=population std-error=se measures=mld,theil");
    for (String[] pair : new String[][] {{"mld", "mld_x1000"}, {"theil", "ti_x1000"}}) {
      near(theirs(file, "call", pair[1], "estimate"), 1000 * estimate(result, pair[0]), 1e-9);
      near(
          theirs(file, "call", pair[1], "correct_se"),
          1000 * number(result, pair[0], "std_error"),
          1e-9);
      near(
          theirs(file, "call", pair[1], "correct_lower"),
          1000 * number(result, pair[0], "conf_low"),
          1e-9);
      near(
          theirs(file, "call", pair[1], "correct_upper"),
          1000 * number(result, pair[0], "conf_high"),
          1e-9);
    }
  }

  /** healthequal 1.0.1: sii(…, linear = TRUE) rounds populations up to whole persons; on the same numbers we agree. */
  @Test
  void theStraightLineAgreesOnPopulationsRoundedUp() {
    String file = "gap_ordered_healthequal__expected.csv";
    Frame data = reference("gap_ordered_healthequal__input.csv", "indicator", "subgroup");
    Frame rounded = data.with(NumberColumn.of(
        "population",
        Arrays.stream(data.number("population").values()).map(Math::ceil).toArray()));
    String options =
        "group=subgroup rank=subgroup_order value=estimate population=population error=robust measures=sii,rii";
    Result result = run(rounded, options);
    near(theirs(file, "call", "sii_linear", "estimate"), estimate(result, "sii"), 1e-9);
    near(theirs(file, "call", "rii_linear", "estimate"), estimate(result, "rii"), 1e-9);
    near(100 * theirs(file, "call", "sii_linear", "se"), number(result, "sii", "std_error"), 1e-7);
    // on the populations as they are: 5e-5 apart
    near(theirs(file, "call", "sii_linear", "estimate"), estimate(run(data, options), "sii"), 1e-4);
  }

  /**
   * healthequal 1.0.1: aci(…) has the standard error of the regression but the normal quantile; with Student's t on three
   * degrees of freedom, 3.182446305284263, the limits are wider.
   */
  @Test
  void theRegressionIntervalUsesStudentsT() {
    String file = "gap_ordered_healthequal__expected.csv";
    Result result = run(
        reference("gap_ordered_healthequal__input.csv", "indicator", "subgroup"),
        "group=subgroup rank=subgroup_order value=estimate population=population error=residual measures=aci");
    double estimate = theirs(file, "call", "aci", "estimate");
    double error = theirs(file, "call", "aci", "se");
    near(estimate - 3.182446305284263 * error, number(result, "aci", "conf_low"), 1e-9);
    near(estimate + 3.182446305284263 * error, number(result, "aci", "conf_high"), 1e-9);
  }

  /**
   * rineq 0.2.3, method direct: Kakwani, Wagstaff and van Doorslaer's variance. It takes the place of each person within
   * their own step of the curve and divides by n where linearisation has n − 1: apart by the order 1/n.
   */
  @Test
  void linearisedErrorsAgreeWithKakwanisFormula() {
    Frame data = reference("concentration_index_rineq__input.csv", "id");
    for (String outcome : new String[] {"y", "ybin"}) {
      double variance = rows("concentration_index_rineq__expected.csv").stream()
          .filter(row -> row.get("type").equals("CI")
              && row.get("method").equals("direct")
              && row.get("outcome").equals(outcome)
              && row.get("df_correction").equals("TRUE"))
          .mapToDouble(row -> Double.parseDouble(row.get("variance")))
          .findFirst()
          .orElseThrow();
      Result result = run(data, "value=" + outcome + " rank=rankvar weight=w measures=rci");
      near(Math.sqrt(variance), number(result, "rci", "std_error"), 2e-4);
    }
  }

  /**
   * convey 1.0.1 with strata and households as clusters. Its Gini depends on the unit of the weights and is 3e-4 off; that
   * of laeken 0.5.2 is ours. Its entropies keep the three persons without income as empty clusters.
   */
  @Test
  void surveyErrorsAgreeWithTaylorLinearisation() {
    Frame data =
        reference("poverty_laeken__input.csv", "household", "person", "region", "age", "sex");
    String design = "value=eq_income weight=weight cluster=household strata=region";
    Result gini = run(data, design + " measures=gini");
    near(0.26489619211323123, estimate(gini, "gini"), 1e-10);
    near(convey("gini", "se"), number(gini, "gini", "std_error"), 1e-4);
    NumberColumn income = data.number("eq_income");
    Frame positive = data.rows(
        IntStream.range(0, data.rows()).filter(row -> income.value(row) > 0).toArray());
    Result entropy =
        run(positive, design + " measures=ge,atkinson alpha=0,0.5,1,2 epsilon=0.25,0.5,1,2");
    for (String alpha : new String[] {"0", "0.5", "1", "2"}) {
      near(convey("gei_" + alpha + "_positive", "value"), estimate(entropy, "ge_" + alpha), 1e-9);
      near(
          convey("gei_" + alpha + "_positive", "se"),
          number(entropy, "ge_" + alpha, "std_error"),
          2e-6);
    }
    for (String epsilon : new String[] {"0.25", "0.5", "1", "2"}) {
      near(
          convey("atkinson_" + epsilon + "_positive", "value"),
          estimate(entropy, "atkinson_" + epsilon),
          1e-9);
      near(
          convey("atkinson_" + epsilon + "_positive", "se"),
          number(entropy, "atkinson_" + epsilon, "std_error"),
          2e-6);
    }
  }

  private static double convey(String measure, String column) {
    return theirs("poverty_convey__expected.csv", "measure", measure, column);
  }
}
