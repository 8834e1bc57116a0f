package no.utfall.sample;

/** The two measures, and none. */
enum Measure {
  NONE("", 0, 1, 0, 0),
  VEIVISER("veiviser", 1500, 0.95, 0.8, -0.4),
  LOFTET("loftet", 4000, 1.45, 0, 0);

  final String id;
  final int extraPerChild;
  final double consultations;
  final double belonging;
  final double distress;

  Measure(String id, int extraPerChild, double consultations, double belonging, double distress) {
    this.id = id;
    this.extraPerChild = extraPerChild;
    this.consultations = consultations;
    this.belonging = belonging;
    this.distress = distress;
  }
}
