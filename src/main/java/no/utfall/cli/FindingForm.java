package no.utfall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.utfall.figure.Frame;
import no.utfall.figure.NumberColumn;
import no.utfall.figure.TextColumn;
import no.utfall.problem.Excerpt;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.Ledger;
import no.utfall.problem.Severity;
import no.utfall.render.Format;
import no.utfall.text.Language;
import no.utfall.view.Table;

/** The documents that findings can become, all from one model; text for people is apart. */
enum FindingForm {
  JSON("json") {
    @Override
    void write(FindingLog findings, List<Ledger> ledgers, OutputStream out) throws IOException {
      Findings.json(out, findings, ledgers);
    }
  },
  NDJSON("ndjson") {
    @Override
    void write(FindingLog findings, List<Ledger> ledgers, OutputStream out) throws IOException {
      rows(findings, Format.NDJSON, text -> text, out);
    }
  },
  CSV("csv") {
    @Override
    void write(FindingLog findings, List<Ledger> ledgers, OutputStream out) throws IOException {
      rows(findings, Format.CSV, Excerpt::show, out);
    }
  },
  JUNIT("junit") {
    @Override
    void write(FindingLog findings, List<Ledger> ledgers, OutputStream out) throws IOException {
      JunitFindings.write(findings, out);
    }
  },
  SARIF("sarif") {
    @Override
    void write(FindingLog findings, List<Ledger> ledgers, OutputStream out) throws IOException {
      SarifFindings.write(findings, out);
    }
  },
  GITHUB("github") {
    @Override
    void write(FindingLog findings, List<Ledger> ledgers, OutputStream out) throws IOException {
      GithubFindings.write(findings, out);
    }
  };

  private final String code;

  FindingForm(String code) {
    this.code = code;
  }

  abstract void write(FindingLog findings, List<Ledger> ledgers, OutputStream out)
      throws IOException;

  static Stream<String> codes() {
    return Arrays.stream(values()).map(form -> form.code);
  }

  static Optional<FindingForm> find(String code) {
    return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
  }

  /** What was found and how to mend it, fit for any screen. */
  static String sentence(Finding finding) {
    String fix = finding.fix().isEmpty() ? "" : "; fix: " + finding.fix();
    return Excerpt.show(finding.message() + fix);
  }

  /** So many rows become a table at once. */
  private static final int AT_ONCE = 4_096;

  private static void rows(
      FindingLog findings, Format format, UnaryOperator<String> shown, OutputStream out)
      throws IOException {
    Iterator<Finding> all = findings.iterator();
    boolean isFirst = true;
    while (isFirst || all.hasNext()) {
      List<Finding> some = new ArrayList<>();
      while (some.size() < AT_ONCE && all.hasNext()) {
        some.add(all.next());
      }
      if (isFirst) {
        format.write(table(some, shown), Language.EN, out);
      } else {
        format.writeMore(table(some, shown), Language.EN, out);
      }
      isFirst = false;
    }
  }

  private static Table table(List<Finding> findings, UnaryOperator<String> shown) {
    TextColumn.Builder code = TextColumn.builder("code");
    TextColumn.Builder severity = TextColumn.builder("severity");
    TextColumn.Builder file = TextColumn.builder("file");
    NumberColumn.Builder line = NumberColumn.builder("line");
    NumberColumn.Builder field = NumberColumn.builder("field");
    NumberColumn.Builder column = NumberColumn.builder("column");
    TextColumn.Builder value = TextColumn.builder("value");
    TextColumn.Builder message = TextColumn.builder("message");
    TextColumn.Builder fix = TextColumn.builder("fix");
    for (Finding finding : findings) {
      code.add(finding.code());
      severity.add(finding.severity().code());
      file.add(finding.place().file());
      line.add(known(finding.place().line()));
      field.add(known(finding.place().field()));
      column.add(known(finding.place().column()));
      value.add(shown.apply(finding.value()));
      message.add(finding.message());
      fix.add(finding.fix());
    }
    return Table.plain(
        "findings",
        Frame.of(
            code.build(),
            severity.build(),
            file.build(),
            line.build(),
            field.build(),
            column.build(),
            value.build(),
            message.build(),
            fix.build()));
  }

  private static double known(int place) {
    return place == 0 ? Double.NaN : place;
  }

  /** The word that SARIF and GitHub use. */
  static String level(Severity severity, String ofNote) {
    return severity == Severity.NOTE ? ofNote : severity.code();
  }
}
