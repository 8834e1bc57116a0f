package no.utfall.engine;

/** What a column of a Parquet file holds, as far as its cells become text. */
enum ColumnType {
  TEXT,
  WHOLE,
  FLOATING,
  DECIMAL,
  TRUTH,
  DAY,
  MOMENT,
  OTHER,
  /** Lists, records, maps and bytes: not cells of a table. */
  NESTED;

  /** By the name the engine gives the type. */
  static ColumnType of(String type) {
    if (type.endsWith("]")
        || type.contains("(") && !type.startsWith("DECIMAL") && !type.startsWith("ENUM")) {
      return NESTED;
    }
    if (type.startsWith("DECIMAL")) {
      return DECIMAL;
    }
    if (type.startsWith("ENUM")) {
      return TEXT;
    }
    return switch (type) {
      case "VARCHAR", "JSON" -> TEXT;
      case "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT" -> WHOLE;
      case "FLOAT", "DOUBLE" -> FLOATING;
      case "BOOLEAN" -> TRUTH;
      case "DATE" -> DAY;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
        MOMENT;
      case "TIME", "TIME WITH TIME ZONE", "UUID", "INTERVAL" -> OTHER;
      default -> NESTED;
    };
  }

  /** The expression of a cell as text: nothing in it would be taken for the end of a field or a line. */
  String cell(String column, boolean isNumber) {
    String text = "CAST(" + column + " AS VARCHAR)";
    return switch (this) {
      case TEXT ->
        "CASE WHEN regexp_matches(" + text + ", '[\"\\t\\n\\r]') THEN '\"' || replace(" + text
            + ", '\"', '\"\"') || '\"' ELSE " + text + " END";
      case FLOATING -> plain(column);
      case TRUTH ->
        isNumber ? "CASE WHEN " + column + " THEN '1' WHEN NOT " + column + " THEN '0' END" : text;
      case MOMENT ->
        "CASE WHEN " + column + " = date_trunc('day', " + column + ") THEN strftime(" + column
            + ", '%Y-%m-%d') ELSE replace(" + text + ", ' ', 'T') END";
      default -> text;
    };
  }

  /** A floating number in its shortest form, whole ones without a point. */
  static String plain(String column) {
    return "CASE WHEN abs(" + column + ") < 1e15 AND " + column + " = floor(" + column
        + ") THEN CAST(CAST(" + column + " AS BIGINT) AS VARCHAR) ELSE CAST(" + column
        + " AS VARCHAR) END";
  }
}
