package no.utfall.ingest;

import org.jspecify.annotations.Nullable;

/** How the text of a file becomes lines of fields. */
enum Form {
  DELIMITED {
    @Override
    Page table(Page text, Profile profile, Found found, Told told) {
      return text;
    }
  },
  PX {
    @Override
    @Nullable Page table(Page text, Profile profile, Found found, Told told) {
      return Px.table(text, found, told);
    }
  },
  JSON_STAT {
    @Override
    @Nullable Page table(Page text, Profile profile, Found found, Told told) {
      return JsonStat.table(text, found, told);
    }
  },
  JSON_ROWS {
    @Override
    @Nullable Page table(Page text, Profile profile, Found found, Told told) {
      return JsonRows.table(text, profile, found, told.evidence());
    }
  };

  static Form of(Profile profile) {
    return switch (String.valueOf(profile.find("form"))) {
      case "px" -> PX;
      case "json-stat" -> JSON_STAT;
      case "json-rows" -> JSON_ROWS;
      default -> DELIMITED;
    };
  }

  /**
   * The text as a sheet: tab-separated, one row a number, its dimensions in front; {@code null} after a finding says
   * why there is none.
   *
   * @param told filled with what the file itself says
   */
  abstract @Nullable Page table(Page text, Profile profile, Found found, Told told);
}
