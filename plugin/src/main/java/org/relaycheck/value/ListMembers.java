package org.relaycheck.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The members of a list whose order means something: it is kept, and what is added comes last.
 *
 * @param bare what of an entry tells whether it is the same as another
 */
record ListMembers<E>(UnaryOperator<E> bare) implements Members<List<E>> {

  private Set<E> set(List<E> list) {
    return list.stream().map(bare).collect(Collectors.toSet());
  }

  @Override
  public boolean covers(List<E> whole, List<E> part) {
    return set(whole).containsAll(set(part));
  }

  @Override
  public boolean disjoint(List<E> a, List<E> b) {
    return Collections.disjoint(set(a), set(b));
  }

  @Override
  public List<E> union(List<E> a, List<E> b) {
    List<E> all = new ArrayList<>(a);
    all.addAll(minus(b, a));
    return List.copyOf(all);
  }

  @Override
  public List<E> minus(List<E> a, List<E> b) {
    Set<E> gone = set(b);
    return a.stream().filter(one -> !gone.contains(bare.apply(one))).toList();
  }

  @Override
  public boolean isEmpty(List<E> list) {
    return list.isEmpty();
  }
}
