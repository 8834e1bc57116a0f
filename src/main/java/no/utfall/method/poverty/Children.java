package no.utfall.method.poverty;

/** Who is a child, and how many children there are whose income is not known. */
final class Children {

  private final int[] ages;
  private final int under;
  private final int[] unknown;
  private final double[] unknownWeight;

  Children(Persons persons) {
    this.ages = persons.agesOfChildren();
    this.under = persons.plan().settings().integer("children-under");
    this.unknown = new int[persons.groups().count()];
    this.unknownWeight = new double[unknown.length];
    for (int row = 0; row < ages.length; row++) {
      if (has(row) && !persons.isKnown(row) && persons.weight(row) > 0) {
        int group = persons.groups().of(row);
        unknown[group]++;
        unknownWeight[group] += persons.weight(row);
      }
    }
  }

  boolean has(int row) {
    return ages[row] >= 0 && ages[row] < under;
  }

  /** The children of one group of a sample. */
  Incomes of(Sample sample, int group) {
    return sample.part(group).where(element -> has(sample.row(element)));
  }

  int unknown(int group) {
    return unknown[group];
  }

  double unknownWeight(int group) {
    return unknownWeight[group];
  }
}
