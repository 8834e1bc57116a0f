package no.utfall.figure;

/** A named column of a {@link Frame}. */
public sealed interface Column permits TextColumn, NumberColumn {

  String name();

  int size();

  /** The same cells under another name; shares the cells. */
  Column named(String name);

  /** The cells of these rows, in this order. */
  Column rows(int[] index);
}
