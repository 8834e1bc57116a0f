package no.utfall.figure;

/** What a column holds, given by its role and never guessed from its cells. */
public enum Type {
  /** Names and codes, as written. */
  TEXT,
  /** Any number. */
  NUMBER,
  /** Whole numbers from 0: events, persons. */
  COUNT,
  /** Numbers from 0: populations, person-years, weights. */
  SIZE
}
