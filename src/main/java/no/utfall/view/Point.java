package no.utfall.view;

/** A place in a chart; {@code NaN} in y leaves a gap. */
public record Point(double x, double y) {}
