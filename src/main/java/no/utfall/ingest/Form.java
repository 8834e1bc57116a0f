package no.utfall.ingest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the text of a file becomes lines of fields. */
enum Form {
  DELIMITED {
    @Override
    Page table(
        Page text, Profile profile, Found found, List<String> evidence, Map<String, String> roles) {
      return text;
    }
  },
  PX {
    @Override
    @Nullable Page table(
        Page text, Profile profile, Found found, List<String> evidence, Map<String, String> roles) {
      return Px.table(text, found, evidence, roles);
    }
  },
  JSON_STAT {
    @Override
    @Nullable Page table(
        Page text, Profile profile, Found found, List<String> evidence, Map<String, String> roles) {
      return JsonStat.table(text, found, evidence, roles);
    }
  },
  JSON_ROWS {
    @Override
    @Nullable Page table(
        Page text, Profile profile, Found found, List<String> evidence, Map<String, String> roles) {
      return JsonRows.table(text, profile, found, evidence);
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
   * @param roles filled with the roles of the columns that the file itself gives
   */
  abstract @Nullable Page table(
      Page text, Profile profile, Found found, List<String> evidence, Map<String, String> roles);
}
