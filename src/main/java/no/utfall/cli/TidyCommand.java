package no.utfall.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.utfall.figure.Frame;
import no.utfall.ingest.Limits;
import no.utfall.ingest.Measure;
import no.utfall.ingest.Tidying;
import no.utfall.method.Option;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.Ledger;
import no.utfall.problem.Loaded;
import no.utfall.problem.Refusal;
import no.utfall.text.Text;
import no.utfall.view.Table;

/** {@code utfall tidy FILE…}: exports as they come, as one long table. */
final class TidyCommand implements Command {

  private static final Option DATAPACKAGE = Option.word(
      "datapackage",
      null,
      Text.of(
          "Skriv tabellen og en beskrivelse av den (datapackage.json) til denne mappen",
          "Skriv tabellen og ei skildring av han (datapackage.json) til denne mappa",
          "Write the table and its description (datapackage.json) to this folder"));

  private static final Option LEDGER = Option.word(
      "ledger",
      null,
      Text.of(
          "Skriv funnene og hva det ble av radene, per fil, til denne JSON-filen",
          "Skriv funna og kva det vart av radene, per fil, til denne JSON-fila",
          "Write the findings and what became of the rows, by file, to this JSON file"));

  @Override
  public Usage usage() {
    List<Option> options = new ArrayList<>(RoleOptions.ALL);
    options.addAll(List.of(Usage.OUTPUT, Results.FORMAT));
    options.addAll(List.of(DATAPACKAGE, LEDGER));
    options.addAll(InputOptions.ALL);
    return new Usage(
        "tidy",
        Text.of(
            "Gjør eksporter til én lang tabell: en rad per tall, med status og flagg",
            "Gjer eksportar til éin lang tabell: ei rad per tal, med status og flagg",
            "Turn exports into one long table: one row a number, with status and flags"),
        "FILE",
        1,
        Usage.MANY,
        options,
        List.of(
            "utfall tidy sample-data/data/utenfor_2024.csv",
            "utfall tidy sample-data/data/*.csv -f json -o long.json",
            "utfall tidy sample-data/data/utenfor_2024.csv --datapackage long"));
  }

  @Override
  public int run(Call call) throws IOException {
    Tidying.Said said = RoleOptions.said(call);
    Phases phases = new Phases(call);
    List<Frame> tables = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Ledger> ledgers = new ArrayList<>();
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (String file : call.positionals()) {
      Loaded<Tidying.Tidy> tidied = Tidying.of(
          InputOptions.input(file, call.console()),
          InputOptions.declared(call, Map.of()),
          said,
          Limits.DEFAULT);
      tables.add(tidied.value().frame());
      findings.addAll(tidied.findings());
      ledgers.add(tidied.value().ledger());
      measures.putAll(tidied.value().measures());
    }
    String ledger = call.option("ledger");
    if (ledger != null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Findings.json(bytes, findings, ledgers);
      Results.replace(Path.of(ledger), bytes.toByteArray());
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new Refusal(Fault.INPUT_DATA, findings);
    }
    phases.done("read");
    ProjectOptions.say(call, findings);
    if (call.flag("verbose")) {
      ledgers.forEach(read -> call.console().err().println(Findings.sum(read)));
    }
    Frame table = Tidying.append(tables);
    String folder = call.option("datapackage");
    if (folder == null) {
      Results.write(call, Table.plain("tidy", table));
    } else {
      DataPackage.write(Path.of(folder), table, call.positionals(), measures);
    }
    phases.done("write");
    return 0;
  }
}
