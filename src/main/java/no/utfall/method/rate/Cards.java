package no.utfall.method.rate;

import java.util.List;
import no.utfall.method.Card;
import no.utfall.method.Option;
import no.utfall.text.Text;

/** What the cards here have in common. */
final class Cards {

  static final Card.Named LOWEST = new Card.Named(
      "lowest",
      Text.of(
          "Det minste målet kan være når skjulte celler har kjente grenser",
          "Det minste målet kan vere når skjulte celler har kjende grenser",
          "The smallest the measure can be, when hidden cells have known bounds"));
  static final Card.Named HIGHEST = new Card.Named(
      "highest",
      Text.of(
          "Det største målet kan være når skjulte celler har kjente grenser",
          "Det største målet kan vere når skjulte celler har kjende grenser",
          "The largest the measure can be, when hidden cells have known bounds"));
  static final Card.Named OF_KNOWN = new Card.Named(
      "of_known",
      Text.of(
          "Målet for de kjente radene alene, når andre i gruppen er skjulte eller mangler",
          "Målet for dei kjende radene åleine, når andre i gruppa er skjulte eller manglar",
          "The measure of the known rows alone, when others of the group are hidden or missing"));
  static final Card.Reference STANDARDS_FOR_PROPORTIONS = new Card.Reference(
      "Parker, Talih, Malec et al. (2017). National Center for Health Statistics data presentation standards for"
          + " proportions. Vital and Health Statistics 2(175) (too-uncertain).",
      "");
  static final Card.Reference STANDARDS_FOR_RATES = new Card.Reference(
      "Parker, Talih, Irimata et al. (2023). National Center for Health Statistics data presentation standards for rates"
          + " and counts. Vital and Health Statistics 2(200) (too-uncertain).",
      "");
  static final Card.Named SIZES = new Card.Named(
      "sizes",
      Text.of(
          "Hendelser (events) og nevner (population) for hver gruppe",
          "Hendingar (events) og nemnar (population) for kvar gruppe",
          "Events and population of every group"));

  static final Option COMPARE_TO = Option.word(
      "compare-to",
      null,
      Text.of(
          "Gruppen de andre sammenlignes med: cellene i --by, med komma mellom",
          "Gruppa dei andre blir samanlikna med: cellene i --by, med komma mellom",
          "The group that others are compared with: the cells of --by, with commas"));
  static final Card.Named DIFFERENCE = new Card.Named(
      "difference",
      Text.of(
          "Gruppen minus gruppen i --compare-to, med intervall (mover) og p-verdi for at de er like",
          "Gruppa minus gruppa i --compare-to, med intervall (mover) og p-verdi for at dei er like",
          "The group minus that of --compare-to, with interval (mover) and the p-value of equality"));
  static final Card.Named RATIO = new Card.Named(
      "ratio",
      Text.of(
          "Gruppen over gruppen i --compare-to, med intervall",
          "Gruppa over gruppa i --compare-to, med intervall",
          "The group over that of --compare-to, with interval"));
  static final List<Card.Reference> COMPARISONS = List.of(
      new Card.Reference(
          "Newcombe (1998). Interval estimation for the difference between independent proportions. Statistics in"
              + " Medicine 17(8), 873–890.",
          "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"),
      new Card.Reference(
          "Donner and Zou (2012). Closed-form confidence intervals for functions of the normal mean and standard"
              + " deviation. Statistical Methods in Medical Research 21(4), 347–359.",
          "10.1177/0962280210383082"));

  private Cards() {}
}
