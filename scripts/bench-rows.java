import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Person rows for scripts/bench: the same ones every time, as Parquet and as CSV. */
class BenchRows {
  public static void main(String[] args) throws Exception {
    String folder = Path.of(args[0]).toAbsolutePath().toString().replace("'", "''");
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = engine.createStatement()) {
      statement.execute("SET memory_limit = '1GiB'");
      statement.execute("SET temp_directory = '" + folder + "/spill'");
      statement.execute("CREATE VIEW person AS SELECT"
          + " lpad(CAST(301 + hash(i) % 357 AS VARCHAR), 4, '0') AS kommune,"
          + " CAST(2013 + i % 12 AS INTEGER) AS aar,"
          + " 'g' || (hash(i * 7) % 5) AS gruppe,"
          + " CAST(hash(i * 3) % 100 < 11 AS INTEGER) AS neet,"
          + " round(0.5 + (hash(i * 11) % 1000000) / 700000.0, 6) AS vekt,"
          + " CAST(50000 + hash(i * 13) % 900000 AS BIGINT) AS inntekt"
          + " FROM range(" + Long.parseLong(args[1]) + ") t(i)");
      statement.execute("COPY person TO '" + folder + "/person.parquet' (FORMAT parquet)");
      statement.execute("COPY person TO '" + folder + "/person.csv' (HEADER, DELIMITER ';')");
    }
  }
}
