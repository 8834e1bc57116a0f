package no.utfall.panel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.utfall.text.Numerals;

/** The life of a code: under which names it held, what it came from and where it went. */
public final class History {

  private final UnitList list;
  private final List<CodeChanges.Step> steps;

  private History(UnitList list, List<CodeChanges.Step> steps) {
    this.list = list;
    this.steps = steps;
  }

  public static History of(UnitList list, CodeChanges changes) {
    return new History(list, changes.steps());
  }

  /**
   * A code under one name.
   *
   * @param from the first year; blank when the list does not reach back so far
   * @param to the last year; blank when it still holds
   * @param cameFrom codes and names, with the share where it is not all; {@code wentTo} with the year as well
   */
  public record Chapter(
      String code,
      String name,
      String from,
      String to,
      List<String> cameFrom,
      List<String> wentTo) {}

  /** By code; else by name or one of two names; else by part of a name. Case does not matter. */
  public List<Chapter> find(String wanted) {
    List<Chapter> exact = named(wanted);
    String folded = folded(wanted);
    return exact.isEmpty() ? where(name -> name.contains(folded)) : exact;
  }

  /** By code; else by name or one of the names in several languages. Case does not matter. */
  public List<Chapter> named(String wanted) {
    if (list.knows(wanted)) {
      return list.history(wanted).stream().map(this::chapter).toList();
    }
    String folded = folded(wanted);
    List<Chapter> named = where(name ->
        Stream.of(name.replaceFirst(" \\(.*\\)$", "").split(" - ")).anyMatch(folded::equals));
    return named.isEmpty() ? where(folded::equals) : named;
  }

  private List<Chapter> where(Predicate<String> wanted) {
    return list.codes().stream()
        .flatMap(code -> list.history(code).stream())
        .filter(named -> wanted.test(folded(named.name())))
        .map(this::chapter)
        .toList();
  }

  private static String folded(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private Chapter chapter(UnitList.Named named) {
    String code = named.code();
    List<String> came = told(
        step -> step.to().equals(code) && step.year() == named.from(),
        step -> text(step.from(), step.year() - 1, step));
    List<String> went = told(
        step -> step.from().equals(code) && !step.to().equals(code) && ends(step, named),
        step -> text(step.to(), step.year(), step) + " in " + step.year());
    return new Chapter(
        code,
        named.name(),
        named.from() == Integer.MIN_VALUE ? "" : String.valueOf(named.from()),
        named.to() == Integer.MAX_VALUE ? "" : String.valueOf(named.to()),
        came,
        went);
  }

  /** Whether a code ends by this step under this name; a list that gives no last year leaves that to the changes. */
  private static boolean ends(CodeChanges.Step step, UnitList.Named named) {
    int last = step.isDirect() ? step.lastYear() : step.year() - 1;
    return last == named.to() || named.to() == Integer.MAX_VALUE && last >= named.from();
  }

  private List<String> told(
      Predicate<CodeChanges.Step> which, Function<CodeChanges.Step, String> text) {
    return new ArrayList<>(steps.stream().filter(which).map(text).distinct().toList());
  }

  private String text(String code, int year, CodeChanges.Step step) {
    String share = Double.isNaN(step.weight())
        ? " (in part)"
        : step.weight() == 1 ? "" : " (" + Numerals.exact(step.weight()) + ")";
    return code + " " + list.name(code, year).orElse("") + share;
  }
}
