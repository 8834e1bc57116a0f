package no.utfall.render;

import java.io.IOException;
import java.io.OutputStream;
import no.utfall.text.Language;
import no.utfall.view.Table;

/**
 * The forms a table can take. Those for people round as the table says, in the language asked for; those for machines
 * write raw column names and every digit.
 */
public enum Format {
  /** Aligned for a terminal. */
  TEXT("text", new TextTable()),
  /** RFC 4180 with LF; blank where no number is known; text that a spreadsheet would run is led by an apostrophe. */
  CSV("csv", new CsvTable()),
  /** One array of objects; null where no number is known, infinite numbers as the texts "Inf" and "-Inf". */
  JSON("json", new JsonTable(false)),
  /** One object a line. */
  NDJSON("ndjson", new JsonTable(true)),
  /** GitHub's tables of pipes. */
  MD("md", new MarkdownTable()),
  /** A table element in UTF-8, to be set into a page. */
  HTML("html", new HtmlTable()),
  /** A workbook after the rules for accessible spreadsheets: every digit, rounded by the format of the cell. */
  XLSX("xlsx", new XlsxTable()),
  /** Columns of text and doubles, nothing where no number is known. */
  PARQUET("parquet", new ParquetTable());

  private final String code;
  private final TableWriter writer;

  Format(String code, TableWriter writer) {
    this.code = code;
    this.writer = writer;
  }

  /** The name on the command line, also the end of a file's name. */
  public String code() {
    return code;
  }

  /** Writes a table; the stream is flushed, not closed. */
  public void write(Table table, Language language, OutputStream out) throws IOException {
    writer.write(table, language, out);
  }

  /** Writes more rows of a table whose first ones are written; only {@link #CSV} and {@link #NDJSON} can. */
  public void writeMore(Table table, Language language, OutputStream out) throws IOException {
    writer.writeMore(table, language, out);
  }
}
