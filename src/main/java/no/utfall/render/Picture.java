package no.utfall.render;

import java.util.List;

/** A chart laid out in one language: everything in its place, in no format yet. */
record Picture(int width, int height, String title, String description, List<Item> items) {
  Picture {
    items = List.copyOf(items);
  }
}
