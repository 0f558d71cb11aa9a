package org.relaycheck.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.IsExactly;

/** The two sides of a comparison as plain beans, in one order. */
final class Beans {

  private Beans() {}

  static List<ConnectorBean> desired(Policy policy) {
    SortedMap<String, ConnectorBean> beans = new TreeMap<>();
    for (Desired desired : policy.desired()) {
      Map<String, String> texts = new TreeMap<>();
      desired.statements().forEach(statement -> put(statement, texts));
      String identity = identity(desired);
      beans.put(identity, ConnectorBean.of(identity, texts));
    }
    return new ArrayList<>(beans.values());
  }

  private static String identity(Desired desired) {
    return desired.selector() instanceof Selector.Named named ? named.address().toString() : "";
  }

  private static <T> void put(Statement<T> statement, Map<String, String> texts) {
    if (statement.wanted() instanceof IsExactly<T> is) {
      Property<T> row = statement.property();
      is.wanted().ifPresent(value -> texts.put(row.name(), row.type().show(value)));
    }
  }

  static List<ConnectorBean> observed(SortedMap<String, HostState> hosts) {
    SortedMap<String, ConnectorBean> beans = new TreeMap<>();
    Catalogue catalogue = ResourceKinds.receiveConnectors();
    for (HostState state : hosts.values()) {
      if (state instanceof HostState.Read read) {
        for (Observed one : read.kinds().get(catalogue.kind()).resources()) {
          String identity = one.address().toString();
          beans.put(identity, ConnectorBean.of(identity, texts(one, catalogue)));
        }
      }
    }
    return new ArrayList<>(beans.values());
  }

  private static Map<String, String> texts(Observed one, Catalogue catalogue) {
    Map<String, String> texts = new TreeMap<>();
    for (Property<?> row : catalogue.rows()) {
      if (Stated.is(row)) {
        put(one, row, texts);
      }
    }
    return texts;
  }

  private static <T> void put(Observed one, Property<T> row, Map<String, String> texts) {
    one.settings()
        .get(row)
        .flatMap(reading -> row.show(reading.seen()))
        .ifPresent(text -> texts.put(row.name(), text));
  }
}
