package org.relaycheck.standin.powershell;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** An array, which nobody can add to. */
final class Array extends AbstractList<Object> {

  private final List<Object> elements;

  Array(List<?> elements) {
    this.elements = new ArrayList<>(elements);
  }

  @Override
  public Object get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }
}
