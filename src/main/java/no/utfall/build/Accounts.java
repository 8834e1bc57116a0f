package no.utfall.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.utfall.build.Project.AnalysisSpec;
import no.utfall.build.Project.LedgerSpec;
import no.utfall.figure.Frame;
import no.utfall.figure.TextColumn;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Refusal;
import no.utfall.report.Effect;
import no.utfall.report.Estimated;
import no.utfall.report.Ledgered;
import org.jspecify.annotations.Nullable;

/**
 * Who pays and who gains by each measure: the estimated effect times the value of a unit of effect. A measure whose
 * effect is not shown gains nothing that is known; only what it would have to achieve is told.
 */
final class Accounts {

  private static final List<String> ROLES =
      List.of("budget", "payer", "retained", "moved-to", "kind");

  private final LedgerSpec spec;
  private final Registers ledger;
  private final Project project;
  private final Map<String, Estimated> analyses;
  private final Function<String, Optional<Method>> methods;
  private final List<Finding> findings = new ArrayList<>();

  Accounts(
      LedgerSpec spec,
      Registers ledger,
      Project project,
      Map<String, Estimated> analyses,
      Function<String, Optional<Method>> methods) {
    this.spec = spec;
    this.ledger = ledger;
    this.project = project;
    this.analyses = analyses;
    this.methods = methods;
  }

  /** The accounts with their result tables. */
  record Run(Ledgered ledgered, List<Frame> tidy, List<Finding> findings) {
    Run {
      tidy = List.copyOf(tidy);
      findings = List.copyOf(findings);
    }
  }

  Run run() {
    List<Ledgered.Account> accounts = new ArrayList<>();
    List<Frame> tidy = new ArrayList<>();
    Optional<Method> method = methods.apply("ledger");
    if (ledger.isUsable() && method.isPresent()) {
      for (String measure : measures()) {
        account(method.get(), measure).ifPresent(account -> {
          accounts.add(account);
          account.result().ifPresent(result -> {
            tidy.add(named(result.tidy(), measure));
            Frame budgets = result.tables().get("budgets");
            if (budgets != null) {
              tidy.add(named(budgets, measure));
            }
          });
        });
      }
    }
    return new Run(new Ledgered(accounts, spec.persons(), spec.budgets()), tidy, findings);
  }

  private Set<String> measures() {
    Set<String> measures = new LinkedHashSet<>();
    TextColumn column = ledger.table().text("measure");
    for (int row = 0; row < column.size(); row++) {
      measures.add(column.get(row));
    }
    return measures;
  }

  private static Frame named(Frame tidy, String measure) {
    TextColumn.Builder names = TextColumn.builder("intervention");
    for (int row = 0; row < tidy.rows(); row++) {
      names.add(measure);
    }
    return tidy.with(names.build());
  }

  private Optional<Ledgered.Account> account(Method method, String measure) {
    Optional<AnalysisSpec> analysis = project.analyses().values().stream()
        .filter(a -> a.of().equals(measure) && analyses.containsKey(a.id()))
        .findFirst();
    if (analysis.isEmpty()) {
      findings.add(warning("the ledger has '" + measure + "', and no analysis of its effect"));
      return Optional.empty();
    }
    Estimated estimated = analyses.get(analysis.get().id());
    Optional<Effect> effect = Optional.ofNullable(estimated).flatMap(Effect::of);
    boolean shown = effect.isPresent() && effect.get().isShown();
    Map<String, String> given = new LinkedHashMap<>();
    for (String role : ROLES) {
      if (ledger.has(role)) {
        given.put(role, role);
      }
    }
    given.put("cost-unit", ledger.spec().costUnit());
    boolean valued = ledger.has("unit-value") && spec.persons() > 0;
    if (valued) {
      given.put("unit-value", "unit-value");
      given.put("persons", String.valueOf(spec.persons()));
      given.put("per", isPercent(estimated) ? "100" : "1");
      if (shown) {
        given.put("effect", String.valueOf(effect.get().better()));
        given.put("effect-se", String.valueOf(effect.get().stdError()));
      }
    } else if (ledger.has("gainer") && shown) {
      given.put("gainer", "gainer");
    } else {
      findings.add(
          warning(
              "the gain of '" + measure
                  + "' cannot be made: its effect is not shown, or the ledger has neither unit values with persons nor gains"));
      return Optional.empty();
    }
    try {
      Result result = method.apply(
          rows(measure), Checked.settings(method.card(), given, ledger.spec().place()));
      return Optional.of(
          new Ledgered.Account(measure, analysis.get().id(), Optional.of(result), shown));
    } catch (Refusal refusal) {
      if (refusal.fault() != Fault.ANALYSIS && refusal.fault() != Fault.COMMAND_LINE) {
        throw refusal;
      }
      refusal.findings().forEach(f -> findings.add(warning(measure + ": " + f.message())));
      return Optional.empty();
    }
  }

  private static boolean isPercent(@Nullable Estimated estimated) {
    return estimated != null && estimated.indicator().unitOfMeasure().equals("percent");
  }

  private Frame rows(String measure) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < ledger.table().rows(); row++) {
      if (ledger.table().text("measure").get(row).equals(measure)) {
        rows.add(row);
      }
    }
    return ledger.table().rows(rows.stream().mapToInt(Integer::intValue).toArray());
  }

  private Finding warning(String message) {
    return Finding.warning("W718", ledger.spec().place(), "ledger", message, "");
  }
}
