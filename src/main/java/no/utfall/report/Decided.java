package no.utfall.report;

/** Decisions, and how many were made when an effect number was there. */
public record Decided(int decisions, int knowing) {}
