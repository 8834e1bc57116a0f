package no.utfall.text;

import org.jspecify.annotations.Nullable;

/** The languages in which utfall speaks to people. Machines are always spoken to in English codes. */
public enum Language {
  NB("nb"),
  NN("nn"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The language of a code, {@code null} when the code is none of {@code nb nn en}. */
  public static @Nullable Language find(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    return null;
  }
}
