package no.utfall.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file says of itself while it is opened: evidence, one sentence a piece, the roles of its columns, and what its
 * numbers are, where one text stands for all of them.
 */
final class Told {

  private final List<String> evidence = new ArrayList<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private String subject = "";

  List<String> evidence() {
    return evidence;
  }

  Map<String, String> roles() {
    return roles;
  }

  /** Empty when the file does not say. */
  String subject() {
    return subject;
  }

  void say(String sentence) {
    evidence.add(sentence);
  }

  void numbersAre(String text) {
    subject = text;
  }
}
