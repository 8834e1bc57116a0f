package no.utfall.method.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.utfall.figure.Frame;
import no.utfall.method.Settings;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.text.Order;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one measure brought to budgets: what each pays, gains and keeps. What a budget does not keep is moved to
 * the budget that the row names, or to "elsewhere", so that nothing is lost.
 */
final class Entries {

  static final String ELSEWHERE = "elsewhere";
  private static final Set<String> USER = Set.of("user-benefit", "user benefit", "user");
  private static final Set<String> BUDGET_KINDS = Set.of("", "cost", "saving");
  private static final Set<String> YES = Set.of("yes", "ja", "true", "1");
  private static final Set<String> NO = Set.of("no", "nei", "false", "0");

  /** What has gathered in one budget. */
  private static final class Account {
    private double cost;
    private double gain;
    private double cashable;
    private double variance;
    private double unitValue;
  }

  private final Map<String, Account> accounts = new TreeMap<>(Order.NATURAL);
  private double userBenefit;
  private double userValue;
  private double movedOn;
  private double gained;
  private double totalVariance;

  private Entries() {}

  /**
   * The rows of one group.
   *
   * @param nok kroner in one unit of the amounts
   */
  static Entries of(Frame data, int[] rows, Settings settings, double nok) {
    Entries entries = new Entries();
    List<Finding> faults = new ArrayList<>();
    for (int row : sorted(data, rows, settings)) {
      entries.add(data, row, settings, nok, faults);
    }
    if (!faults.isEmpty()) {
      throw new Refusal(Fault.INPUT_DATA, faults);
    }
    return entries;
  }

  /** In an order that does not depend on that of the file, so that sums do not. */
  private static List<Integer> sorted(Frame data, int[] rows, Settings settings) {
    List<Integer> order = new ArrayList<>();
    for (int row : rows) {
      order.add(row);
    }
    String budget = settings.text("budget");
    String amount = settings.has("gainer") ? settings.text("gainer") : settings.text("unit-value");
    order.sort((a, b) -> {
      int byName =
          Order.NATURAL.compare(data.text(budget).get(a), data.text(budget).get(b));
      return byName != 0
          ? byName
          : Double.compare(data.number(amount).value(a), data.number(amount).value(b));
    });
    return order;
  }

  private void add(Frame data, int row, Settings settings, double nok, List<Finding> faults) {
    String budget = data.text(settings.text("budget")).get(row);
    String kind = word(data, row, settings.textOrNull("kind"));
    double cost = amount(data, row, settings.textOrNull("payer")) * nok;
    double gain = amount(data, row, settings.textOrNull("gainer")) * nok;
    double value = amount(data, row, settings.textOrNull("unit-value")) * nok;
    double error = amount(data, row, settings.textOrNull("std-error")) * nok;
    if (USER.contains(kind)) {
      userBenefit += gain;
      userValue += value;
      return;
    }
    if (!BUDGET_KINDS.contains(kind)) {
      faults.add(fault(
          "E791", data, row, settings.text("kind"), kind, "write cost, saving or user-benefit"));
      return;
    }
    if (cost < 0) {
      faults.add(fault(
          "E792",
          data,
          row,
          settings.text("payer"),
          String.valueOf(cost),
          "write what is paid as a positive amount"));
      return;
    }
    double retained = 1;
    String retainedColumn = settings.textOrNull("retained");
    if (retainedColumn != null && data.number(retainedColumn).isKnown(row)) {
      retained = data.number(retainedColumn).value(row);
      if (retained < 0 || retained > 1) {
        faults.add(fault(
            "E793",
            data,
            row,
            retainedColumn,
            String.valueOf(retained),
            "write a share from 0 to 1"));
        return;
      }
    }
    String cash = word(data, row, settings.textOrNull("cashable"));
    if (!cash.isEmpty() && !YES.contains(cash) && !NO.contains(cash)) {
      faults.add(fault("E794", data, row, settings.text("cashable"), cash, "write yes or no"));
      return;
    }
    boolean cashable = !NO.contains(cash);
    Account own = accounts.computeIfAbsent(budget, name -> new Account());
    own.cost += cost;
    credit(own, gain * retained, value * retained, error * retained, cashable);
    if (retained < 1) {
      String to = settings.textOrNull("moved-to");
      String receiver = to == null ? "" : data.text(to).get(row);
      Account other = accounts.computeIfAbsent(
          receiver.isEmpty() ? ELSEWHERE : receiver, name -> new Account());
      double moved = 1 - retained;
      credit(other, gain * moved, value * moved, error * moved, cashable);
    }
    gained += gain;
    movedOn += gain * (1 - retained);
    totalVariance += error * error;
  }

  private static void credit(
      Account account, double gain, double value, double error, boolean cashable) {
    account.gain += gain;
    account.unitValue += value;
    account.variance += error * error;
    account.cashable += cashable ? gain : 0;
  }

  private static Finding fault(
      String code, Frame data, int row, String column, String value, String fix) {
    return Finding.error(
        code, data.place(row, column), value, "'" + value + "' cannot stand in " + column, fix);
  }

  private static String word(Frame data, int row, @Nullable String column) {
    return column == null ? "" : data.text(column).get(row).strip().toLowerCase(Locale.ROOT);
  }

  /** A blank amount is no amount. */
  private static double amount(Frame data, int row, @Nullable String column) {
    return column == null || !data.number(column).isKnown(row)
        ? 0
        : data.number(column).value(row);
  }

  /** Gains as effect times unit value; the user benefit too. */
  void valueEffect(double persons, double effect, double effectError) {
    double size = Math.abs(persons * effectError);
    double total = 0;
    for (Account account : accounts.values()) {
      account.gain = account.unitValue * persons * effect;
      account.cashable = account.gain;
      account.variance = account.unitValue * size * account.unitValue * size;
      total += account.unitValue;
    }
    userBenefit = userValue * persons * effect;
    totalVariance = total * size * total * size;
    gained = total * persons * effect;
  }

  List<String> budgets() {
    return List.copyOf(accounts.keySet());
  }

  double[] cost() {
    return accounts.values().stream().mapToDouble(a -> a.cost).toArray();
  }

  double[] gain() {
    return accounts.values().stream().mapToDouble(a -> a.gain).toArray();
  }

  double[] cashableGain() {
    return accounts.values().stream().mapToDouble(a -> a.cashable).toArray();
  }

  double[] gainError() {
    return accounts.values().stream().mapToDouble(a -> Math.sqrt(a.variance)).toArray();
  }

  double[] unitValue() {
    return accounts.values().stream().mapToDouble(a -> a.unitValue).toArray();
  }

  double userBenefit() {
    return userBenefit;
  }

  double userValue() {
    return userValue;
  }

  /** The part of the gains that stays in the budget where it arises. */
  double retainedShare() {
    return gained == 0 ? Double.NaN : 1 - movedOn / gained;
  }

  double totalError() {
    return Math.sqrt(totalVariance);
  }
}
