package org.relaycheck.landscape.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.AnsweringOrder;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.Delivery;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.state.Address;

/**
 * All ways of mail that are known or looked for.
 *
 * @param rows those that lead to one answer together, and of them those by one name
 */
public record FlowMap(List<FlowRow> rows) {

  public FlowMap {
    rows = List.copyOf(rows);
  }

  /** Nothing is known of any way. */
  public static FlowMap none() {
    return new FlowMap(List.of());
  }

  /**
   * Of a landscape.
   *
   * @param findings of which the broken rules are shown
   */
  public static FlowMap of(Landscape landscape, Collection<Finding> findings) {
    return new Tracer(findings).map(landscape);
  }

  /** Follows each account's mail; each connector is described once. */
  private static final class Tracer {

    private final Map<Address, List<Finding>> broken = new HashMap<>();
    private final Map<Connector, FlowNode> connectors = new HashMap<>();
    private final Map<List<Object>, Map<String, Map<List<Object>, Fold>>> answers =
        new LinkedHashMap<>();

    Tracer(Collection<Finding> findings) {
      for (Finding finding : findings) {
        if (finding.verdict() == Verdict.BROKEN) {
          Address key = finding.subject().address().key();
          broken.computeIfAbsent(key, one -> new ArrayList<>()).add(finding);
        }
      }
    }

    /** Ways that are drawn as one: both ends with all that are alike. */
    private record Fold(
        FlowNode accounts, Set<Address> senders, FlowNode answer, Set<Address> targets) {

      FlowRow row(String called) {
        return new FlowRow(
            accounts.like(List.copyOf(senders)), called, answer.like(List.copyOf(targets)));
      }
    }

    FlowMap map(Landscape landscape) {
      landscape.accounts().forEach(account -> trace(landscape, account));
      List<FlowRow> rows = new ArrayList<>();
      for (Map<String, Map<List<Object>, Fold>> byName : answers.values()) {
        byName.forEach((called, folds) -> folds.values().forEach(one -> rows.add(one.row(called))));
      }
      return new FlowMap(rows);
    }

    private void trace(Landscape landscape, Account account) {
      FlowNode sender =
          new FlowNode(List.of(account.address()), List.of(), true, broken(account.address()));
      String called =
          account.shown(MailAccountRows.MAILSERVER_NAME)
              + " port "
              + account.shown(MailAccountRows.PORT);
      try {
        for (Delivery delivery : landscape.deliveries(account)) {
          add(sender, called, answer(delivery));
        }
      } catch (NotKnownException not) {
        add(sender, called, unknown(new Address("", "not known", ""), List.of(), not));
      }
    }

    private void add(FlowNode sender, String called, FlowNode answer) {
      Fold fold =
          answers
              .computeIfAbsent(answer.shape(), one -> new LinkedHashMap<>())
              .computeIfAbsent(called, one -> new LinkedHashMap<>())
              .computeIfAbsent(
                  sender.shape(),
                  one -> new Fold(sender, new LinkedHashSet<>(), answer, new LinkedHashSet<>()));
      fold.senders().addAll(sender.addresses());
      fold.targets().addAll(answer.addresses());
    }

    private FlowNode answer(Delivery delivery) {
      Address host =
          new Address(ReceiveConnectorRows.CATALOGUE.kind(), delivery.exchange().host(), "");
      try {
        AnsweringOrder order = delivery.answer();
        if (order instanceof AnsweringOrder.Nobody nobody) {
          return new FlowNode(
              List.of(host), List.of("nobody answers", nobody.why()), true, broken(host));
        }
        return connectors.computeIfAbsent(order.connector().orElseThrow(), this::described);
      } catch (NotKnownException not) {
        return unknown(host, List.of("who answers is not known"), not);
      }
    }

    private FlowNode described(Connector connector) {
      List<String> words = new FlowLimits(connector).words();
      return new FlowNode(List.of(connector.address()), words, true, broken(connector.address()));
    }

    private static FlowNode unknown(Address place, List<String> words, NotKnownException not) {
      List<String> all = new ArrayList<>(words);
      all.add(not.lack().why());
      return new FlowNode(List.of(place), all, false, List.of());
    }

    private List<Finding> broken(Address address) {
      return broken.getOrDefault(address.key(), List.of());
    }
  }
}
