package org.relaycheck.policy;

import java.util.Arrays;
import java.util.List;

/** What may stand beside an operator. */
enum Attribute {
  SET("set"),
  SEVERITY("severity"),
  WHY("why"),
  REMEDY("remedy");

  private final String word;

  Attribute(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Attribute::word).toList();
  }
}
