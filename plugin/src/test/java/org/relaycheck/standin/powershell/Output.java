package org.relaycheck.standin.powershell;

import java.util.ArrayList;
import java.util.List;

/** What a pipeline puts out, element by element: lists are taken apart on the way. */
final class Output {

  /** The value of a method without one; it leaves no trace in a pipeline. */
  static final Object VOID = new Object();

  private final List<Object> elements = new ArrayList<>();

  void add(Object value) {
    if (value instanceof List<?> list) {
      elements.addAll(list);
    } else if (value != VOID) {
      elements.add(value);
    }
  }

  void addWhole(Object value) {
    elements.add(value);
  }

  List<Object> elements() {
    return elements;
  }

  /** Nothing, the one element, or an array. */
  Object value() {
    return switch (elements.size()) {
      case 0 -> null;
      case 1 -> elements.get(0);
      default -> new Array(elements);
    };
  }
}
