package no.utfall.view;

/** What a mark is to the reader; the theme turns it into colour, dash and shape that also differ in grey. */
public enum Tone {
  /** The one series the chart is about. */
  FOCUS,
  /** Others shown beside it. */
  SECOND,
  THIRD,
  FOURTH,
  /** What the focus is seen against: the country, the spread, the null. */
  CONTEXT
}
