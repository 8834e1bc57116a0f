package no.utfall.panel;

/** Who was measured: a municipality, a county, a school. The code is text, leading zeros and all. */
public record Unit(String code, String name) {}
