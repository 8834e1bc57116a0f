package no.utfall.view;

/** An interval at a place along the other axis. */
public record Span(double at, double low, double high) {}
