package no.utfall.ingest;

/** What metadata beside a file say of a column of numbers; empty where they do not say. */
public record Measure(String level, String unit) {}
