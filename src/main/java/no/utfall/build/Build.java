package no.utfall.build;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.utfall.build.Outcome.Built;
import no.utfall.build.Outcome.Standing;
import no.utfall.figure.Frame;
import no.utfall.ingest.Check;
import no.utfall.method.Method;
import no.utfall.method.Result;
import no.utfall.panel.UnitList;
import no.utfall.problem.Fault;
import no.utfall.problem.Finding;
import no.utfall.problem.FindingLog;
import no.utfall.problem.GatheredFindings;
import no.utfall.problem.Ledger;
import no.utfall.problem.Refusal;
import no.utfall.problem.Severity;
import no.utfall.report.Contrasted;
import no.utfall.report.Decided;
import no.utfall.report.Estimated;
import no.utfall.report.Ledgered;
import no.utfall.report.Material;
import no.utfall.report.Measured;
import no.utfall.report.Revised;
import no.utfall.text.Digests;
import no.utfall.text.Text;
import no.utfall.view.Chart;
import org.jspecify.annotations.Nullable;

/**
 * Builds a project: sources, indicators, analyses, then tables, charts and reports, swapped in as one folder. What an
 * analysis could not do stands in the report and the rest is written; with a fault in the data or the project file
 * nothing is written, and what stood there stays. The same inputs give the same bytes, whatever the threads.
 */
public final class Build {

  /**
   * How a build is run.
   *
   * @param threads that make nodes side by side
   * @param version of this program, held against {@code requires}
   * @param nanos a clock for the times of nodes, which stand in no output
   * @param program what tells this program, and what its output depends on, from any other: of another program nothing
   *     is believed
   * @param cache whether a build whose inputs and outputs are as the last one left them is not made again
   */
  public record Options(
      int threads, String version, LongSupplier nanos, String program, boolean cache) {

    /** Everything is made, whatever was made before. */
    public Options(int threads, String version, LongSupplier nanos) {
      this(threads, version, nanos, "", false);
    }
  }

  /** How many findings of one kind and file a build lists. */
  static final int LISTED = 1_000;

  private static final Set<Node.Kind> RESULTS = Set.of(Node.Kind.ANALYSIS, Node.Kind.BOARD);

  private final Project project;
  private final Function<String, Optional<Method>> methods;
  private final Options options;
  private final Progress progress;
  private final Inputs inputs;
  private final Tables tables;
  private final ExecutorService pool;
  private final List<Built> built = new ArrayList<>();
  private final GatheredFindings found;
  private final Map<String, FindingLog> logs = new LinkedHashMap<>();
  private final @Nullable Consumer<Check.Rejected> rejects;
  private final Map<String, SourceData> sources = new LinkedHashMap<>();
  private final Map<String, List<Ledger>> refused = new ConcurrentHashMap<>();
  /** Whether a file that cannot be read is told of beside all else that is wrong. */
  private boolean tellsAll;

  private final Map<String, Adoptions> adoptions = new LinkedHashMap<>();
  private final Map<String, Measured> indicators = new LinkedHashMap<>();
  private final Map<String, Optional<Chart>> charts = new ConcurrentHashMap<>();
  private final Map<String, Estimated> analyses = new LinkedHashMap<>();
  private final Map<String, Registers> registers = new LinkedHashMap<>();
  private final Map<String, Contrasted> contrasts = new LinkedHashMap<>();
  private final Map<String, List<Frame>> results = new LinkedHashMap<>();
  private @Nullable Ledgered ledgered;
  private @Nullable Result coverage;
  private @Nullable Decided decided;
  private @Nullable Revised revised;
  private @Nullable Frame allResults;
  private @Nullable UnitList list;
  private @Nullable Fault fault;
  private FindingLog told = FindingLog.ofKinds(LISTED);

  private Build(
      Project project,
      Function<String, Optional<Method>> methods,
      Options options,
      Progress progress,
      GatheredFindings found,
      @Nullable Consumer<Check.Rejected> rejects) {
    this.project = project;
    this.methods = methods;
    this.options = options;
    this.progress = progress;
    this.found = found;
    this.rejects = rejects;
    project.sources().keySet().forEach(source -> logs.put(source, found.log()));
    this.inputs = new Inputs(project);
    this.tables = new Tables(inputs, project.limits());
    this.pool = Executors.newFixedThreadPool(Math.max(1, options.threads()));
  }

  /**
   * @param methods the methods there are, by id
   * @throws Refusal when it cannot start: the project is in use, the output folder cannot be written or is not ours
   */
  public static Outcome run(
      Project project,
      Function<String, Optional<Method>> methods,
      Options options,
      Progress progress) {
    ProjectLock lock = ProjectLock.take(project.root());
    GatheredFindings found = new GatheredFindings();
    Build build = new Build(project, methods, options, progress, found, null);
    try {
      return build.run();
    } finally {
      build.pool.shutdownNow();
      found.close();
      lock.close();
    }
  }

  /**
   * What became of a project that was only checked.
   *
   * @param ledgers of every file of every source
   * @param fault of several the lowest exit code
   */
  public record Checkup(List<Ledger> ledgers, Optional<Fault> fault) {
    public Checkup {
      ledgers = List.copyOf(ledgers);
    }
  }

  /**
   * Reads every source and computes nothing: what {@code check} says of a project. Nothing is written.
   *
   * @param found is given everything that is found, however much it is
   * @param rejects is given the rows set aside, source by source; {@code null} when nobody asks for them
   */
  public static Checkup check(
      Project project,
      Function<String, Optional<Method>> methods,
      Options options,
      GatheredFindings found,
      @Nullable Consumer<Check.Rejected> rejects) {
    // one after another, so that the rows come in the order of the sources
    Options said = rejects == null ? options : new Options(1, options.version(), options.nanos());
    Build build = new Build(project, methods, said, Progress.SILENT, found, rejects);
    try {
      build.refuseOlderTool();
      build.tellsAll = true;
      build.lookAround();
      build.compute(Graph.of(project), Node.Kind.INTERVENTION);
      return new Checkup(build.ledgers(), Optional.ofNullable(build.fault));
    } finally {
      build.pool.shutdownNow();
    }
  }

  /** Computes everything and writes nothing: what {@code table}, {@code chart} and {@code report} show. */
  public static Computed compute(
      Project project,
      Function<String, Optional<Method>> methods,
      Options options,
      Progress progress) {
    GatheredFindings found = new GatheredFindings();
    Build build = new Build(project, methods, options, progress, found, null);
    try {
      build.refuseOlderTool();
      build.compute(Graph.of(project), Node.Kind.BOARD);
      build.tell();
      return new Computed(build.publication(), build.outcome(List.of()));
    } finally {
      build.pool.shutdownNow();
      found.close();
    }
  }

  /** Tells of every file that is not where a build looks for it, read by a check or not. */
  private void lookAround() {
    attempt(() ->
        new OutputFolder(dir()).checkInside(project.root(), project.outputs().dirPlace()));
    Graph.of(project).nodes().stream()
        .flatMap(node -> node.files().stream())
        .distinct()
        .forEach(file -> attempt(() -> inputs.all(file)));
    String previous = project.outputs().previous();
    if (previous != null) {
      attempt(() -> Revisions.read(tables, previous));
    }
    project
        .indicators()
        .values()
        .forEach(indicator -> methods
            .apply(indicator.method())
            .ifPresent(method -> indicator
                .files()
                .forEach((option, file) -> attempt(
                    () -> tables.read(file, method.files().getOrDefault(option, Map.of()))))));
  }

  private void attempt(Runnable look) {
    try {
      look.run();
    } catch (Refusal refusal) {
      fail(refusal);
    }
  }

  private Outcome run() {
    refuseOlderTool();
    Graph graph = Graph.of(project);
    OutputFolder folder = new OutputFolder(dir());
    folder.checkInside(project.root(), project.outputs().dirPlace());
    folder.recover();
    folder.check();
    State state = State.of(project, graph, options.program());
    Optional<Outcome> before = options.cache() ? unchanged(graph, state, folder) : Optional.empty();
    if (before.isPresent()) {
      return before.get();
    }
    compute(graph, Node.Kind.BOARD);
    if (fault != null && fault != Fault.ANALYSIS) {
      tell();
      return outcome(List.of());
    }
    Map<String, byte[]> files = published(graph);
    CompletableFuture<Map<String, String>> digests =
        CompletableFuture.supplyAsync(() -> digests(files));
    folder.replace(files);
    Outcome outcome = outcome(List.copyOf(files.keySet()));
    if (state.holds(inputs.taken())) {
      new LastBuild(state, digests.join(), outcome).write(project.root());
    }
    return outcome;
  }

  private Map<String, byte[]> published(Graph graph) {
    found.add(publication().notWritten());
    tell();
    Publication publication = publication();
    Map<String, byte[]> files = new TreeMap<>();
    Future<byte[]> allResults = pool.submit(() -> Publication.csv(allResults()));
    List<Node> outputs = graph.nodes().stream()
        .filter(node -> node.kind().compareTo(Node.Kind.TABLE) >= 0)
        .toList();
    take(start(outputs, node -> {
      Map<String, byte[]> made = publication.files(node.kind(), node.name());
      String summary = made.size() + (made.size() == 1 ? " file" : " files");
      return new Made(summary, List.of(), () -> files.putAll(made));
    }));
    files.put("results.csv", result(allResults));
    files.put(
        "findings.json",
        FindingsJson.of(outcome(List.of()).findings(), ledgers()).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** What the last build said, when this one would be made of the same and all that it wrote is as it was. */
  private Optional<Outcome> unchanged(Graph graph, State state, OutputFolder folder) {
    return LastBuild.read(project, graph)
        .filter(last -> last.state().equals(state) && folder.holds(last.outputs()))
        .map(last -> last.outcome().upToDate());
  }

  private static Map<String, String> digests(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, file -> Digests.of(file.getValue())));
  }

  private Path dir() {
    return project.root().resolve(project.outputs().dir());
  }

  private Outcome outcome(List<String> files) {
    Optional<Text> headline = files.isEmpty() ? Optional.empty() : publication().headline();
    return new Outcome(
        built, told, ledgers(), dir(), files, Optional.ofNullable(fault), headline, false);
  }

  /** Puts what was found into order, once all is. */
  private void tell() {
    told = FindingLog.ofKinds(LISTED);
    found.into(told, ledgers().stream().map(Ledger::file).toList());
  }

  /** Of every file of every source. */
  private List<Ledger> ledgers() {
    return Graph.of(project).nodes().stream()
        .filter(node -> node.kind() == Node.Kind.SOURCE)
        .flatMap(node -> Optional.ofNullable(sources.get(node.name()))
            .map(source -> source.report().ledgers())
            .orElseGet(() -> refused.getOrDefault(node.name(), List.of()))
            .stream())
        .toList();
  }

  private Publication publication() {
    return new Publication(
        project,
        list,
        indicators,
        analyses,
        new Publication.Boarded(
            List.copyOf(contrasts.values()),
            Optional.ofNullable(coverage),
            Optional.ofNullable(ledgered),
            Optional.ofNullable(decided),
            trace()),
        Optional.ofNullable(revised),
        sources.values().stream().map(SourceData::report).toList(),
        told.counts(),
        charts);
  }

  private void compute(Graph graph, Node.Kind last) {
    tellKept();
    Future<Tables.Codes> codes = pool.submit(() -> tables.codes(project));
    Function<Node, Made> maker = node -> make(node, () -> result(codes));
    List<List<Node>> batches = batches(graph, last);
    Map<Node, Optional<Future<Attempt>>> first =
        start(batches.get(0), maker); // beside the reading of codes
    try {
      list = result(codes).list();
    } catch (Refusal refusal) {
      fail(refusal);
      take(first);
      return;
    }
    take(first);
    batches.stream().skip(1).forEach(batch -> take(start(batch, maker)));
    if (last == Node.Kind.BOARD) {
      compareWithPrevious();
    }
  }

  /** Nodes up to a kind, in the order of the graph, in runs of which no node needs another: at least one run. */
  private static List<List<Node>> batches(Graph graph, Node.Kind last) {
    List<List<Node>> batches = new ArrayList<>(List.of(new ArrayList<>()));
    Set<String> inBatch = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (node.kind().compareTo(last) <= 0) {
        if (node.needs().stream().anyMatch(inBatch::contains)) {
          batches.add(new ArrayList<>());
          inBatch.clear();
        }
        batches.get(batches.size() - 1).add(node);
        inBatch.add(node.id());
      }
    }
    return batches;
  }

  private void compareWithPrevious() {
    String previous = project.outputs().previous();
    if (previous == null) {
      return;
    }
    try {
      Frame before = Revisions.read(tables, previous);
      revised = Revisions.between(previous, before, allResults());
    } catch (Refusal refusal) {
      fail(refusal);
    }
  }

  /** Every number; asked once everything is computed. */
  private Frame allResults() {
    Frame made = allResults == null ? AllResults.of(results) : allResults;
    allResults = made;
    return made;
  }

  private void refuseOlderTool() {
    if (!ProjectReader.fulfils(options.version(), project.requires())) {
      throw new Refusal(
          Fault.PROJECT_FILE,
          Finding.error(
              "E810",
              project.requiresPlace(),
              project.requires(),
              "the project asks for utfall " + project.requires() + "; this is "
                  + options.version(),
              "use a newer utfall"));
    }
  }

  private void tellKept() {
    for (Project.Kept kept : project.kept()) {
      found.add(List.of(
          kept.key().equals("disclosure")
              ? Finding.warning(
                  "W815",
                  kept.place(),
                  kept.key(),
                  "disclosure control is declared, and this version does not carry it out: what is written has not been audited",
                  "audit it before it is published")
              : Finding.note(
                  "N814",
                  kept.place(),
                  kept.key(),
                  "'" + kept.key() + "' is read and kept; this version does not act on it",
                  "")));
    }
  }

  private void fail(Refusal refusal) {
    if (refusal.fault() == Fault.READ_WRITE && !tellsAll || refusal.fault() == Fault.COMMAND_LINE) {
      throw refusal;
    }
    found.add(refusal.findings());
    if (fault == null || refusal.fault().exit() < fault.exit()) {
      fault = refusal.fault();
    }
  }

  /** Makes a node, beside others that it does not need: nothing of this build is changed before it is taken. */
  private Made make(Node node, Supplier<Tables.Codes> codes) {
    String name = node.name();
    return switch (node.kind()) {
      case SOURCE -> {
        SourceData made = source(name, codes);
        yield new Made(extent(made.frame()), made.findings(), () -> sources.put(name, made));
      }
      case REGISTER -> {
        Registers made = register(name);
        yield new Made(
            made.table().rows() + " rows", made.findings(), () -> registers.put(name, made));
      }
      case INTERVENTION -> {
        Adoptions made = Adoptions.read(known(project.interventions(), name), tables, codes.get());
        yield new Made(
            made.starts().size() + " units", made.findings(), () -> adoptions.put(name, made));
      }
      case INDICATOR -> {
        Project.IndicatorSpec spec = known(project.indicators(), name);
        IndicatorRunner.Run made =
            new IndicatorRunner(spec, sources, indicators, methods, tables).run();
        yield new Made(extent(made.measured().units()), made.measured().findings(), () -> {
          indicators.put(name, made.measured());
          results.put(node.id(), made.tidy());
        });
      }
      case ANALYSIS -> analysed(node, name);
      case BOARD -> board(node, name);
      case TABLE, CHART, REPORT ->
        throw new IllegalArgumentException(node.id() + " is made of results");
    };
  }

  private SourceData source(String name, Supplier<Tables.Codes> codes) {
    SourceReader reader = new SourceReader(
        project, inputs, tables, codes, known(project.sources(), name), known(logs, name), rejects);
    try {
      return reader.read();
    } catch (Refusal refusal) {
      refused.put(name, reader.refused());
      throw refusal;
    }
  }

  private Made analysed(Node node, String name) {
    Project.AnalysisSpec spec = known(project.analyses(), name);
    Method method = methods.apply(spec.method()).orElseThrow();
    Estimated made = new AnalysisRunner(
            spec,
            method,
            indicators,
            known(indicators, spec.on()),
            known(adoptions, spec.of()),
            adoptions,
            people(known(project.indicators(), spec.on())),
            groups(spec))
        .run();
    List<Frame> tables = new ArrayList<>();
    made.result().ifPresent(result -> addWithGuards(tables, result));
    made.groups().ifPresent(grouped -> addWithGuards(tables, grouped.result()));
    boolean lacking =
        made.result().isEmpty() || made.findings().stream().anyMatch(Finding::isError);
    String summary =
        made.result().isEmpty() ? "not estimable" : made.result().get().tidy().rows() + " rows";
    return new Made(summary, made.findings(), () -> {
      analyses.put(name, made);
      if (!tables.isEmpty()) {
        results.put(node.id(), tables);
      }
      if (lacking && fault == null) {
        fault = Fault.ANALYSIS;
      }
    });
  }

  private static void addWithGuards(List<Frame> tables, Result result) {
    tables.add(result.tidy());
    for (String name : List.of("guards", "by-size")) {
      Frame table = result.tables().get(name);
      if (table != null && table.rows() > 0) {
        tables.add(table);
      }
    }
  }

  /** The persons of an indicator that is a share of them. */
  private Optional<Frame> people(Project.IndicatorSpec spec) {
    Project.Reference population = spec.columns().get("population");
    return population == null
        ? Optional.empty()
        : Optional.ofNullable(sources.get(population.source()))
            .map(data -> Frame.of(
                data.frame().column("unit"),
                data.frame().column("period"),
                data.frame().column(population.column()).named("weight")));
  }

  /** The outcome of an analysis in each group, by the method of its indicator. */
  private Optional<Frame> groups(Project.AnalysisSpec spec) {
    Project.GroupsSpec named = spec.groups();
    Project.Reference groups = named == null ? null : named.column();
    Project.IndicatorSpec indicator = known(project.indicators(), spec.on());
    Optional<Method> method = methods.apply(indicator.method());
    SourceData data = groups == null ? null : sources.get(groups.source());
    if (groups == null || data == null || method.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Grouping(indicator, method.get(), data, groups).cells());
  }

  /** A published share with the count and the persons behind it: of the first unit that started, in its last period. */
  private Optional<Material.Trace> trace() {
    return analyses.values().stream()
        .flatMap(estimated -> estimated.starts().keySet().stream()
            .limit(1)
            .flatMap(unit -> trace(estimated, unit).stream()))
        .findFirst();
  }

  private Optional<Material.Trace> trace(Estimated estimated, String unit) {
    Measured measured = known(indicators, estimated.indicator().id());
    Project.IndicatorSpec spec =
        known(project.indicators(), estimated.indicator().id());
    Project.Reference count = spec.columns().get("count");
    Project.Reference people = spec.columns().get("population");
    if (count == null || people == null || !count.source().equals(people.source())) {
      return Optional.empty();
    }
    Frame rows = known(sources, count.source()).frame();
    Integer year = project.units().year();
    String name = list == null
        ? unit
        : list.name(unit, year == null ? Integer.MAX_VALUE : year).orElse(unit) + " (" + unit + ")";
    Material.Trace last = null;
    for (int row = 0; row < measured.units().rows(); row++) {
      String period = measured.units().text("period").get(row);
      if (measured.units().text("unit").get(row).equals(unit)
          && measured.units().number("estimate").isKnown(row)) {
        for (int at = 0; at < rows.rows(); at++) {
          if (rows.text("unit").get(at).equals(unit)
              && rows.text("period").get(at).equals(period)) {
            last = new Material.Trace(
                measured.indicator().title(),
                name,
                period,
                rows.number(count.column()).value(at),
                rows.number(people.column()).value(at),
                measured.units().number("estimate").value(row),
                measured.indicator().unitOfMeasure(),
                known(project.sources(), count.source()).path());
          }
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private Registers register(String name) {
    Project.LedgerSpec ledger = project.ledger();
    return ledger != null && name.equals(ledger.table().id())
        ? Registers.read(ledger, tables)
        : Registers.read(known(project.registers(), name), tables);
  }

  private Made board(Node node, String name) {
    Project.ContrastSpec spec = project.contrasts().get(name);
    if (spec != null) {
      Boards.Run made = new Boards(
              spec,
              project,
              sources,
              indicators,
              analyses,
              adoptions,
              registers.get("measures"),
              list,
              methods)
          .run();
      return new Made(
          made.contrasted().measures().size() + " measures, "
              + (made.contrasted().units().isPresent() ? "units" : "no units"),
          made.contrasted().findings(),
          () -> {
            contrasts.put(name, made.contrasted());
            results.put(node.id(), made.tidy());
          });
    }
    Registers register = known(registers, name.substring(name.indexOf('.') + 1));
    Project.LedgerSpec ledger = project.ledger();
    if (!register.isUsable()) {
      return new Made("not used", List.of(), () -> {});
    }
    if (ledger != null && register.spec().id().equals(ledger.table().id())) {
      Accounts.Run made = new Accounts(ledger, register, project, analyses, methods).run();
      return new Made(made.ledgered().accounts().size() + " measures", made.findings(), () -> {
        ledgered = made.ledgered();
        results.put(node.id(), made.tidy());
      });
    }
    if (register.spec().id().equals("decisions")) {
      Decided made = Decisions.count(register);
      List<Frame> tidy = List.of(Decisions.tidy(register));
      return new Made(register.table().rows() + " decisions", List.of(), () -> {
        decided = made;
        results.put(node.id(), tidy);
      });
    }
    Result made = covered(register);
    List<Frame> tidy = List.of(made.tidy());
    return new Made(register.table().rows() + " indicators", made.findings(), () -> {
      coverage = made;
      results.put(node.id(), tidy);
    });
  }

  private Result covered(Registers register) {
    Method method = methods.apply("coverage").orElseThrow();
    Map<String, String> given = new LinkedHashMap<>();
    for (String role : List.of("level", "comparison", "cost")) {
      if (register.has(role)) {
        given.put(role, role);
      }
    }
    if (register.has("by")) {
      given.put("by", "by");
    }
    given.put("cost-unit", register.spec().costUnit());
    return method.apply(
        register.table(), Checked.settings(method.card(), given, register.spec().place()));
  }

  private static <T> T known(Map<String, T> all, String name) {
    T one = all.get(name);
    if (one == null) {
      throw new IllegalStateException(name + " was to be built before");
    }
    return one;
  }

  private static String extent(Frame frame) {
    return frame.groups(List.of("unit")).count() + " units x "
        + frame.groups(List.of("period")).count() + " periods";
  }

  private static <T> T result(Future<T> made) {
    try {
      return made.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building", e);
    }
  }

  /**
   * What a node came to.
   *
   * @param taken takes it up in this build
   */
  private record Made(String summary, List<Finding> findings, Runnable taken) {}

  /** A node that was made, or why it could not be. */
  private record Attempt(Optional<Made> made, Optional<Refusal> refusal, long millis) {}

  /** Starts the nodes, side by side, whose needs are there; the others stand without anything to wait for. */
  private Map<Node, Optional<Future<Attempt>>> start(List<Node> nodes, Function<Node, Made> maker) {
    Map<Node, Optional<Future<Attempt>>> started = new LinkedHashMap<>();
    nodes.forEach(node -> started.put(
        node,
        failedNeed(node).isPresent()
            ? Optional.empty()
            : Optional.of(pool.submit(() -> attempt(node, maker)))));
    return started;
  }

  private Attempt attempt(Node node, Function<Node, Made> maker) {
    long start = options.nanos().getAsLong();
    Optional<Made> made = Optional.empty();
    Optional<Refusal> refusal = Optional.empty();
    try {
      made = Optional.of(maker.apply(node));
    } catch (Refusal e) {
      refusal = Optional.of(e);
    }
    return new Attempt(made, refusal, (options.nanos().getAsLong() - start) / 1_000_000);
  }

  /** Takes what was started, one after another. */
  private void take(Map<Node, Optional<Future<Attempt>>> started) {
    started.forEach((node, making) -> {
      progress.started(node);
      Built done = making
          .map(Build::result)
          .map(attempt -> taken(node, attempt))
          .orElseGet(() -> new Built(
              node, Standing.FAILED, failedNeed(node).orElse("a need") + " failed", 0, 0, 0));
      built.add(done);
      progress.done(done);
    });
  }

  private Built taken(Node node, Attempt attempt) {
    List<Finding> beside = Stream.concat(
            attempt.made().stream().flatMap(made -> made.findings().stream()),
            attempt.refusal().stream().flatMap(refusal -> refusal.findings().stream()))
        .toList();
    attempt.made().ifPresent(made -> {
      made.taken().run();
      found.add(made.findings());
    });
    attempt.refusal().ifPresent(this::fail);
    FindingLog log = node.kind() == Node.Kind.SOURCE ? logs.get(node.name()) : null;
    long errors = count(beside, log, Severity.ERROR);
    long warnings = count(beside, log, Severity.WARNING);
    Standing standing = attempt.refusal().isPresent() || errors > 0
        ? Standing.FAILED
        : warnings > 0 ? Standing.WARN : Standing.OK;
    return new Built(
        node,
        standing,
        attempt.made().map(Made::summary).orElse("failed"),
        errors,
        warnings,
        attempt.millis());
  }

  private static long count(List<Finding> beside, @Nullable FindingLog log, Severity severity) {
    return beside.stream().filter(finding -> finding.severity() == severity).count()
        + (log == null ? 0 : log.count(severity));
  }

  /** An analysis that was not possible does not stop what shows its reason. */
  private Optional<String> failedNeed(Node node) {
    return built.stream()
        .filter(
            b -> b.standing() == Standing.FAILED && !RESULTS.contains(b.node().kind()))
        .map(b -> b.node().id())
        .filter(node.needs()::contains)
        .findFirst();
  }
}
