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

  /** A cell as a field of a line: nothing in it would be taken for the end of a field or a line. */
  String field(String column, boolean isNumber) {
    String text = text(column, isNumber);
    return this != TEXT
        ? text
        : "CASE WHEN regexp_matches(" + text + ", '[\"\\t\\n\\r]') THEN '\"' || replace(" + text
            + ", '\"', '\"\"') || '\"' ELSE " + text + " END";
  }

  /** A cell as text: floating numbers in their shortest form, whole ones without a point; days without a time. */
  String text(String column, boolean isNumber) {
    String text = "CAST(" + column + " AS VARCHAR)";
    return switch (this) {
      case FLOATING ->
        "CASE WHEN abs(" + column + ") < 1e15 AND " + column + " = floor(" + column
            + ") THEN CAST(CAST(" + column + " AS BIGINT) AS VARCHAR) ELSE " + text + " END";
      case TRUTH ->
        isNumber ? "CASE WHEN " + column + " THEN '1' WHEN NOT " + column + " THEN '0' END" : text;
      case MOMENT ->
        "CASE WHEN " + column + " = date_trunc('day', " + column + ") THEN strftime(" + column
            + ", '%Y-%m-%d') ELSE replace(" + text + ", ' ', 'T') END";
      default -> text;
    };
  }
}
