package org.relaycheck.value;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The members of a set of equal-or-not elements. */
final class SetMembers<E> implements Members<Set<E>> {

  @Override
  public boolean covers(Set<E> whole, Set<E> part) {
    return whole.containsAll(part);
  }

  @Override
  public boolean disjoint(Set<E> a, Set<E> b) {
    return Collections.disjoint(a, b);
  }

  @Override
  public Set<E> union(Set<E> a, Set<E> b) {
    Set<E> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return Set.copyOf(all);
  }

  @Override
  public Set<E> minus(Set<E> a, Set<E> b) {
    Set<E> rest = new LinkedHashSet<>(a);
    rest.removeAll(b);
    return Set.copyOf(rest);
  }

  @Override
  public boolean isEmpty(Set<E> set) {
    return set.isEmpty();
  }
}
