package no.utfall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house as it is built: floors, rooms, and what is not done below the command line. */
class ArchitectureTest {

  private static final String ROOT = "no.utfall";

  /** Rooms by floor; a room knows lower floors only, never its neighbours. */
  private static final Map<String, Integer> FLOORS = floors(Map.of(
      9, List.of("cli"),
      8, List.of("build"),
      7, List.of("report", "catalog", "interop"),
      6, List.of("ingest", "method.*", "render", "disclose"),
      5, List.of("method"),
      4, List.of("panel", "view", "engine"),
      3, List.of("figure"),
      2, List.of("problem"),
      1, List.of("text", "math")));

  private static JavaClasses house;

  private static Map<String, Integer> floors(Map<Integer, List<String>> byNumber) {
    Map<String, Integer> floors = new TreeMap<>();
    byNumber.forEach((floor, rooms) -> rooms.forEach(room -> floors.put(room, floor)));
    return floors;
  }

  @BeforeAll
  static void enter() {
    house = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(ROOT);
  }

  @Test
  void roomsKnowLowerFloorsOnly() {
    classes().should(knowLowerFloorsOnly()).check(house);
  }

  @Test
  void neighboursAreStrangersAndFloorsCountFromTheGround() {
    assertTrue(mayKnow("cli", "text"));
    assertTrue(mayKnow("method.rate", "method"));
    assertTrue(mayKnow("method.rate", "math"));
    assertTrue(mayKnow("render", "render"));
    assertFalse(mayKnow("method.rate", "method.effect"));
    assertFalse(mayKnow("render", "method.rate"));
    assertFalse(mayKnow("text", "math"));
    assertFalse(mayKnow("method", "ingest"));
    assertFalse(mayKnow("figure", "panel"));
    assertFalse(mayKnow("attic", "text"));
    assertEquals("method.rate", room("no.utfall.method.rate.kernels"));
    assertEquals("ingest", room("no.utfall.ingest.xlsx"));
    assertEquals("method", room("no.utfall.method"));
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(house);
  }

  @Test
  void onlyTheCommandLinePrintsOrEnds() {
    belowCli()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould(call(System.class, "exit", "console"))
        .orShould(call(Runtime.class, "exit", "halt", "addShutdownHook"))
        .orShould(ArchConditions.callMethodWhere(named(Set.of("printStackTrace"))))
        .check(house);
  }

  @Test
  void onlyTheCommandLineKnowsTheTimeThePlaceAndTheMachine() {
    belowCli()
        .should(call(System.class, "currentTimeMillis", "nanoTime", "getenv"))
        .orShould(call(java.time.Instant.class, "now"))
        .orShould(call(java.time.LocalDate.class, "now"))
        .orShould(call(java.time.LocalDateTime.class, "now"))
        .orShould(call(java.time.ZonedDateTime.class, "now"))
        .orShould(call(java.time.OffsetDateTime.class, "now"))
        .orShould(call(java.time.Year.class, "now"))
        .orShould(call(java.time.Clock.class, "systemUTC", "systemDefaultZone", "system"))
        .orShould(call(java.time.ZoneId.class, "systemDefault"))
        .orShould(call(java.util.TimeZone.class, "getDefault"))
        .orShould(call(java.util.Locale.class, "getDefault", "setDefault"))
        .orShould(call(java.nio.charset.Charset.class, "defaultCharset"))
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(house);
  }

  @Test
  void chanceHasASeed() {
    belowCli()
        .should(call(Math.class, "random"))
        .orShould(call(StrictMath.class, "random"))
        .orShould(call(java.util.concurrent.ThreadLocalRandom.class, "current"))
        .orShould(call(java.util.UUID.class, "randomUUID"))
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .callConstructor(java.util.SplittableRandom.class)
        .check(house);
  }

  @Test
  void textIsMadeWithoutADefaultLocaleOrCharset() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(java.util.Formatter.class)
        .orShould()
        .callConstructor(java.text.DecimalFormat.class, String.class)
        .orShould()
        .callConstructor(java.io.InputStreamReader.class, java.io.InputStream.class)
        .orShould()
        .callConstructor(java.io.OutputStreamWriter.class, java.io.OutputStream.class)
        .orShould()
        .callConstructor(java.io.FileReader.class, String.class)
        .orShould()
        .callConstructor(java.io.FileWriter.class, String.class)
        .orShould()
        .callConstructor(java.io.PrintStream.class, java.io.OutputStream.class)
        .check(house);
  }

  @Test
  void functionsThatDifferBetweenMachinesAreStrict() {
    noClasses()
        .should(call(
            Math.class,
            "log",
            "log10",
            "log1p",
            "exp",
            "expm1",
            "pow",
            "cbrt",
            "hypot",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh"))
        .check(house);
  }

  @Test
  void nothingIsRememberedBetweenCalls() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .beFinal()
        .check(house);
  }

  @Test
  void librariesStayInTheirRooms() {
    only("interop", "tech.tablesaw..");
    only("render", "org.jfree..", "org.apache.batik..", "java.awt..", "javax.swing..");
    only("cli", "picocli..");
    only("build", "org.snakeyaml..");
    only("engine", "java.sql..");
  }

  @Test
  void someLibrariesAreNotUsedAtAll() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hipparchus.optim.linear..",
            "org.apache.commons.math3..",
            "org.duckdb..",
            "java.net.http..",
            "org.slf4j..",
            "java.util.logging..")
        .check(house);
  }

  @Test
  void noRoomIsCalledAfterNothing() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..helper..",
            "..helpers..",
            "..manager..",
            "..misc..")
        .check(house);
  }

  @Test
  void everyPackageSaysWhatItIsAndWhatCanBeNull() {
    Set<String> silent = house.stream()
        .map(JavaClass::getPackage)
        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName)
        .collect(toSet());
    assertEquals(Set.of(), silent, "packages without a @NullMarked package-info.java");
  }

  private static void only(String room, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(house);
  }

  private static GivenClassesConjunction belowCli() {
    return noClasses().that().resideOutsideOfPackage(ROOT + ".cli..");
  }

  private static ArchCondition<JavaClass> call(Class<?> owner, String... methods) {
    Set<String> names = Set.of(methods);
    return ArchConditions.callMethodWhere(DescribedPredicate.describe(
        owner.getSimpleName() + " " + names,
        access ->
            access.getTargetOwner().isEquivalentTo(owner) && names.contains(access.getName())));
  }

  private static DescribedPredicate<JavaAccess<?>> named(Set<String> names) {
    return DescribedPredicate.describe(
        names.toString(), access -> names.contains(access.getTarget().getName()));
  }

  private static ArchCondition<JavaClass> knowLowerFloorsOnly() {
    return new ArchCondition<>("know lower floors only") {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
          String other = dependency.getTargetClass().getBaseComponentType().getPackageName();
          if (other.startsWith(ROOT + ".") && !mayKnow(room(one.getPackageName()), room(other))) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The part of a package name that is a room: one word, two below {@code method}. */
  private static String room(String packageName) {
    String[] words = packageName.substring(ROOT.length() + 1).split("\\.");
    return words[0].equals("method") && words.length > 1 ? "method." + words[1] : words[0];
  }

  private static boolean mayKnow(String room, String other) {
    Integer floor = floor(room);
    Integer below = floor(other);
    return floor != null && below != null && (room.equals(other) || below < floor);
  }

  private static Integer floor(String room) {
    return FLOORS.get(room.startsWith("method.") ? "method.*" : room);
  }
}
