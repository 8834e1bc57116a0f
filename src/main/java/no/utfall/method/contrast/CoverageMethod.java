package no.utfall.method.contrast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.utfall.figure.Frame;
import no.utfall.figure.Groups;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.figure.Type;
import no.utfall.math.Sums;
import no.utfall.method.Card;
import no.utfall.method.Method;
import no.utfall.method.Option;
import no.utfall.method.Result;
import no.utfall.method.Roles;
import no.utfall.method.Settings;
import no.utfall.method.Tidy;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Location;
import no.utfall.problem.Refusal;
import no.utfall.text.Money;
import no.utfall.text.Numerals;
import no.utfall.text.Text;
import no.utfall.view.Axis;
import no.utfall.view.Chart;
import no.utfall.view.Mark;
import no.utfall.view.Point;
import no.utfall.view.Table;
import no.utfall.view.Tone;
import org.jspecify.annotations.Nullable;

/** {@code coverage}: how much of a register of indicators, and of its money, is followed by effect at all. */
public final class CoverageMethod implements Method {

  /** What an indicator shows; an outcome against a comparison shows effect. */
  private enum Shows {
    INPUT("input", Text.of("innsats", "innsats", "input")),
    ACTIVITY("activity", Text.of("aktivitet", "aktivitet", "activity")),
    OUTPUT("output", Text.of("produkter", "produkt", "output")),
    OUTCOME(
        "outcome",
        Text.of(
            "utfall uten sammenligning", "utfall utan samanlikning", "outcome without comparison")),
    EFFECT("effect", Text.of("effekt", "effekt", "effect"));

    private final String code;
    private final Text word;

    Shows(String code, Text word) {
      this.code = code;
      this.word = word;
    }
  }

  private static final Set<String> YES = Set.of("yes", "ja", "true", "1");
  private static final Set<String> NO = Set.of("", "no", "nei", "false", "0");

  private static final Card CARD = new Card(
      "coverage",
      Text.of(
          "Hvor mye som følges av effekt",
          "Kor mykje som blir følgt av effekt",
          "How much is followed by effect"),
      Text.of(
          "Hvor stor del av indikatorene, og av pengene, har noe effekttall?",
          "Kor stor del av indikatorane, og av pengane, har noko effekttal?",
          "What part of the indicators, and of the money, has any effect number?"),
      List.of(
          Option.column(
                  "level",
                  Type.TEXT,
                  Text.of(
                      "Nivå: input, activity, output eller outcome",
                      "Nivå: input, activity, output eller outcome",
                      "Level: input, activity, output or outcome"))
              .needed(),
          Option.column(
              "cost",
              Type.SIZE,
              Text.of(
                  "Pengene som indikatoren følger",
                  "Pengane som indikatoren følgjer",
                  "The money that the indicator follows")),
          Options.COST_UNIT,
          Option.column(
              "comparison",
              Type.TEXT,
              Text.of(
                  "Ja/nei: om utfallet har en sammenligning",
                  "Ja/nei: om utfallet har ei samanlikning",
                  "Yes/no: whether the outcome has a comparison")),
          Roles.BY),
      List.of(
          named("indicators", "Antall indikatorer", "Talet på indikatorar", "Number of indicators"),
          named(
              "share_indicators",
              "Andel av indikatorene",
              "Del av indikatorane",
              "Share of the indicators"),
          named("money", "Pengene de følger", "Pengane dei følgjer", "The money they follow"),
          named("share_money", "Andel av pengene", "Del av pengane", "Share of the money")),
      List.of(),
      Text.of(
          "Andel = Σ på nivået / Σ i alt; effect = utfall med sammenligning, no-effect = alt annet.",
          "Del = Σ på nivået / Σ i alt; effect = utfall med samanlikning, no-effect = alt anna.",
          "Share = Σ at the level / Σ in all; effect = outcome with a comparison, no-effect = all else."),
      List.of(Text.of(
          "Registeret er hele: alle indikatorene som styres etter.",
          "Registeret er heilt: alle indikatorane som blir styrte etter.",
          "The register is whole: all indicators that are steered by.")),
      List.of(Text.of(
          "Til å si at penger uten effekttall ikke virker: det er ukjent.",
          "Til å seie at pengar utan effekttal ikkje verkar: det er ukjent.",
          "To say that money without an effect number does not work: that is not known.")),
      List.of(),
      List.of(),
      List.of(
          "utfall coverage sample-data/data/indikatorregister.csv --level level --cost mill_kr --comparison sammenligning"));

  private static Card.Named named(String name, String nb, String nn, String en) {
    return new Card.Named(name, Text.of(nb, nn, en));
  }

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Result apply(Frame data, Settings settings) {
    if (data.rows() == 0) {
      throw Refusal.analysis(
          "E701", data.file(), "the register has no indicators", "give at least one row");
    }
    Shows[] shows = read(data, settings);
    String cost = settings.textOrNull("cost");
    double nok = Options.nok(settings);
    List<Finding> findings = new ArrayList<>();
    double[] money = null;
    if (cost != null) {
      NumberColumn column = data.number(cost);
      money = new double[data.rows()];
      for (int row = 0; row < money.length; row++) {
        if (column.isKnown(row)) {
          money[row] = column.value(row) * nok;
        } else {
          findings.add(Finding.warning(
              "W782",
              data.place(row, cost),
              "",
              "the money of this indicator is not known: it counts among the indicators only",
              "give the amount"));
        }
      }
    }
    List<String> by = settings.list("by");
    if (by.contains("level")) {
      throw Refusal.commandLine(
          "the result has a key named 'level' of its own", "rename the column in the data");
    }
    Groups groups = data.groups(by);
    List<Part> parts = new ArrayList<>();
    for (int g = 0; g < groups.count(); g++) {
      int first = groups.first(g);
      parts.add(Part.of(
          by.stream().map(name -> data.text(name).get(first)).toList(),
          groups.rows()[g],
          shows,
          money));
    }
    Part whole = Part.of(List.of(), data.groups(List.of()).rows()[0], shows, money);
    return new Covered(by, parts, whole, findings);
  }

  private static Shows[] read(Frame data, Settings settings) {
    TextColumn levels = data.text(settings.text("level"));
    String comparison = settings.textOrNull("comparison");
    List<Finding> faults = new ArrayList<>();
    Shows[] shows = new Shows[data.rows()];
    for (int row = 0; row < shows.length; row++) {
      String level = levels.get(row).strip().toLowerCase(Locale.ROOT);
      Shows found = null;
      for (Shows candidate : Shows.values()) {
        if (candidate != Shows.EFFECT && candidate.code.equals(level)) {
          found = candidate;
        }
      }
      if (found == null) {
        faults.add(fault(
            "E786",
            data.place(row, levels.name()),
            levels.get(row),
            "is not a level",
            "write input, activity, output or outcome"));
        continue;
      }
      shows[row] = found;
      if (comparison != null) {
        String answer = data.text(comparison).get(row).strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(answer) && !NO.contains(answer)) {
          faults.add(fault(
              "E787",
              data.place(row, comparison),
              answer,
              "is neither yes nor no",
              "write yes or no"));
        } else if (found == Shows.OUTCOME && YES.contains(answer)) {
          shows[row] = Shows.EFFECT;
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(Fault.INPUT_DATA, faults);
    }
    return shows;
  }

  private static Finding fault(String code, Location place, String value, String what, String fix) {
    return Finding.error(code, place, value, "'" + value + "' " + what, fix);
  }

  /** One group of indicators: how many there are, and the money they follow, for each thing shown. */
  private record Part(
      List<String> keys,
      Map<Shows, Integer> count,
      @Nullable Map<Shows, Double> money) {

    static Part of(List<String> keys, int[] rows, Shows[] shows, double @Nullable [] money) {
      Map<Shows, Integer> count = new EnumMap<>(Shows.class);
      Map<Shows, Double> amounts = new EnumMap<>(Shows.class);
      for (Shows kind : Shows.values()) {
        List<Double> amount = new ArrayList<>();
        for (int row : rows) {
          if (shows[row] == kind) {
            amount.add(money == null ? 0 : money[row]);
          }
        }
        count.put(kind, amount.size());
        amounts.put(
            kind, Sums.of(amount.stream().mapToDouble(Double::doubleValue).toArray()));
      }
      return new Part(keys, count, money == null ? null : amounts);
    }

    int indicators() {
      return count.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(Shows kind) {
      return count.getOrDefault(kind, 0);
    }

    double totalMoney() {
      return money == null
          ? Double.NaN
          : Sums.of(money.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    double money(Shows kind) {
      return money == null ? Double.NaN : money.getOrDefault(kind, 0.0);
    }

    /** The share of the money, or of the indicators where the money is not known, in percent. */
    double share(Shows kind) {
      return totalMoney() > 0
          ? 100 * money(kind) / totalMoney()
          : 100.0 * count(kind) / indicators();
    }
  }

  private record Covered(List<String> by, List<Part> parts, Part whole, List<Finding> findings)
      implements Result {

    @Override
    public Frame tidy() {
      List<String> keys = new ArrayList<>(by);
      keys.add("level");
      Tidy tidy = Tidy.keys(keys);
      for (Part part : parts) {
        for (Shows kind : Shows.values()) {
          add(tidy, part, kind.code, part.count(kind), part.money(kind));
        }
        add(
            tidy,
            part,
            "no-effect",
            part.indicators() - part.count(Shows.EFFECT),
            part.totalMoney() - part.money(Shows.EFFECT));
      }
      return tidy.frame();
    }

    private static void add(Tidy tidy, Part part, String level, int count, double money) {
      List<String> cells = new ArrayList<>(part.keys());
      cells.add(level);
      int n = part.indicators();
      tidy.row(cells).measure("indicators").estimate(count).n(n);
      tidy.row(cells)
          .measure("share_indicators")
          .estimate(100.0 * count / n)
          .n(n)
          .unitOfMeasure("percent");
      if (part.money() != null) {
        tidy.row(cells).measure("money").estimate(money).n(n).unitOfMeasure("NOK");
        Tidy.Row share = tidy.row(cells).measure("share_money").n(n).unitOfMeasure("percent");
        if (part.totalMoney() > 0) {
          share.estimate(100 * money / part.totalMoney());
        } else {
          share.status("not-applicable").note("no money in this group");
        }
      }
    }

    @Override
    public List<Text> reading() {
      int n = whole.indicators();
      boolean money = whole.totalMoney() > 0;
      if (whole.count(Shows.OUTCOME) + whole.count(Shows.EFFECT) == 0) {
        Text followed = whole.count(Shows.OUTPUT) > 0
            ? Text.of(
                "innsats, aktivitet og produkter",
                "innsats, aktivitet og produkt",
                "input, activity and output")
            : Text.of("innsats og aktivitet", "innsats og aktivitet", "input and activity");
        Text first = Text.of(
                "Ingen av de {0} indikatorene viser hvordan det går med innbyggerne.",
                "Ingen av dei {0} indikatorane viser korleis det går med innbyggjarane.",
                "None of the {0} indicators shows how residents fare.")
            .with(n);
        Text second = money
            ? Text.of(
                    " Pengene, {0}, følges bare med {1}. Om de virker, kan ikke vurderes.",
                    " Pengane, {0}, blir berre følgde med {1}. Om dei verkar, kan ikkje vurderast.",
                    " The money, {0}, is followed by {1} only. Whether it works cannot be judged.")
                .with(Money.of(whole.totalMoney()), followed)
            : Text.of(
                    " Det følges bare med {0}. Om det virker, kan ikke vurderes.",
                    " Det blir berre følgt med {0}. Om det verkar, kan ikkje vurderast.",
                    " Only {0} are followed. Whether it works cannot be judged.")
                .with(followed);
        return List.of(first.plus(second));
      }
      double without = 100 - whole.share(Shows.EFFECT);
      Text sentence = money
          ? Text.of(
              "{0} prosent av pengene har ikke noe effekttall; {1} av {2} indikatorer viser effekt mot en sammenligning.",
              "{0} prosent av pengane har ikkje noko effekttal; {1} av {2} indikatorar viser effekt mot ei samanlikning.",
              "{0} percent of the money has no effect number; {1} of {2} indicators show an effect against a comparison.")
          : Text.of(
              "{0} prosent av indikatorene har ikke noe effekttall; {1} av {2} viser effekt mot en sammenligning.",
              "{0} prosent av indikatorane har ikkje noko effekttal; {1} av {2} viser effekt mot ei samanlikning.",
              "{0} percent of the indicators have no effect number; {1} of {2} show an effect against a comparison.");
      Text unknown = Text.of(
          "Uten effekttall er det ukjent om pengene virker; det betyr ikke at de ikke gjør det.",
          "Utan effekttal er det ukjent om pengane verkar; det tyder ikkje at dei ikkje gjer det.",
          "Without an effect number it is not known whether the money works; it does not mean that it does not.");
      return List.of(
          sentence.with(Numerals.rounded(without, 0), whole.count(Shows.EFFECT), n), unknown);
    }

    @Override
    public List<Chart> charts() {
      List<Chart> charts = new ArrayList<>();
      charts.add(byLevel());
      if (by.size() == 1) {
        charts.add(byGroup());
      }
      return charts;
    }

    private Text what() {
      return whole.totalMoney() > 0
          ? Text.of("Prosent av pengene", "Prosent av pengane", "Percent of the money")
          : Text.of(
              "Prosent av indikatorene", "Prosent av indikatorane", "Percent of the indicators");
    }

    private Chart byLevel() {
      List<Text> labels = new ArrayList<>();
      List<Point> rest = new ArrayList<>();
      TextColumn.Builder levels = TextColumn.builder("level");
      NumberColumn.Builder shares = NumberColumn.builder("percent");
      Shows[] kinds = Shows.values();
      Text list = Text.none();
      for (int k = 0; k < kinds.length; k++) {
        Shows kind = kinds[kinds.length - 1 - k];
        labels.add(kind.word);
        levels.add(kind.code);
        shares.add(whole.share(kind));
        list = list.plus(Text.same(k == 0 ? " " : ", "))
            .plus(kind.word)
            .plus(Text.same(" "))
            .plus(Numerals.rounded(whole.share(kind), 0));
        if (kind != Shows.EFFECT) {
          rest.add(new Point(whole.share(kind), k));
        }
      }
      return new Chart(
          "coverage-level",
          reading().get(0),
          what()
              .plus(Text.of(
                  ", etter hva indikatoren viser",
                  ", etter kva indikatoren viser",
                  ", by what the indicator shows")),
          source(),
          Text.of(
                  "Liggende stolper, prosent:",
                  "Liggjande stolpar, prosent:",
                  "Lying bars, percent:")
              .plus(list)
              .plus(Text.same(".")),
          Axis.number(what(), 0).fromZero(),
          Axis.categories(Text.none(), labels),
          List.of(
              new Mark.Bars(
                  Text.none(), Tone.FOCUS, List.of(new Point(whole.share(Shows.EFFECT), 0)), false),
              new Mark.Bars(Text.none(), Tone.CONTEXT, rest, false)),
          Table.plain("coverage-level", Frame.of(levels.build(), shares.build())));
    }

    private Chart byGroup() {
      List<Text> labels = new ArrayList<>();
      List<Point> points = new ArrayList<>();
      TextColumn.Builder groups = TextColumn.builder(by.get(0));
      NumberColumn.Builder shares = NumberColumn.builder("percent_without_effect");
      int none = 0;
      for (int k = 0; k < parts.size(); k++) {
        Part part = parts.get(parts.size() - 1 - k);
        double without = 100 - part.share(Shows.EFFECT);
        none += part.count(Shows.EFFECT) == 0 ? 1 : 0;
        labels.add(Text.same(part.keys().get(0)));
        points.add(new Point(without, k));
        groups.add(part.keys().get(0));
        shares.add(without);
      }
      Text title = Text.of(
              "{0} av {1} sektorer har ikke noe effekttall",
              "{0} av {1} sektorar har ikkje noko effekttal",
              "{0} of {1} sectors have no effect number at all")
          .with(none, parts.size());
      return new Chart(
          "coverage-group",
          title,
          what().plus(Text.of(" uten effekttall", " utan effekttal", " without an effect number")),
          source(),
          Text.of(
                  "Liggende stolper for {0} grupper. ",
                  "Liggjande stolpar for {0} grupper. ", "Lying bars for {0} groups. ")
              .with(parts.size())
              .plus(title)
              .plus(Text.same(".")),
          Axis.number(what(), 0).fromZero(),
          Axis.categories(Text.none(), labels),
          List.of(new Mark.Bars(Text.none(), Tone.FOCUS, points, false)),
          Table.plain("coverage-group", Frame.of(groups.build(), shares.build())));
    }

    private static Text source() {
      return Text.of(
          "Registeret over indikatorer.",
          "Registeret over indikatorar.",
          "The register of indicators.");
    }
  }
}
