package org.relaycheck.policy.read;

import java.util.Arrays;
import java.util.List;

/** What may stand beside an operator. */
public enum OperatorAttribute {
  SET("set"),
  SEVERITY("severity"),
  WHY("why"),
  REMEDIATION("remediation");

  private final String word;

  OperatorAttribute(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(OperatorAttribute::word).toList();
  }
}
