package org.relaycheck.explain.cause;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.Known;

/**
 * Which of the connectors that listen where an account calls answers it: they are told apart by the
 * client's address alone.
 *
 * @param called those that listen there
 * @param answering those of them that answer, or may
 * @param known whether they are known to answer
 */
record AnsweringJudge(List<Connector> called, List<Connector> answering, boolean known) {

  /** Whether one that does not relay answers, where another one would relay. */
  static CauseJudgement judge(FlowRead world) {
    List<CauseJudgement> shown =
        world.open().stream().flatMap(one -> shown(world, one).stream()).toList();
    if (!shown.isEmpty()) {
      return CauseJudgement.any(shown);
    }
    List<CauseJudgement> told = new ArrayList<>();
    for (Account account : world.accounts()) {
      if (account.server().around().sendsFrom().isPresent()) {
        of(world, account).judge().ifPresent(told::add);
      }
    }
    return told.isEmpty() ? untold(world) : CauseJudgement.any(told);
  }

  /** Of a connector that a log shows to have answered: whether another one there would relay. */
  private static Optional<CauseJudgement> shown(FlowRead world, Connector answering) {
    if (!world.answered(answering) || !isClosed(answering)) {
      return Optional.empty();
    }
    List<Connector> right =
        world.open().stream()
            .filter(one -> one.server().equals(answering.server()) && !one.equals(answering))
            .filter(one -> !Collections.disjoint(one.ports(), answering.ports()))
            .filter(AnsweringJudge::relays)
            .toList();
    return right.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CauseJudgement.of(
                Likelihood.FITS,
                "the log shows that "
                    + answering
                    + " answered, which does not relay for anonymous, as "
                    + ranges(right)
                    + " would"));
  }

  private static AnsweringJudge of(FlowRead world, Account account) {
    List<Connector> ends = world.ends(account);
    return new AnsweringJudge(
        world.called(account),
        ends,
        ends.stream().allMatch(connector -> world.answers(connector, account)));
  }

  /** What it says of the account's mail; empty if none of them relays. */
  private Optional<CauseJudgement> judge() {
    List<Connector> right = called.stream().filter(AnsweringJudge::relays).toList();
    List<Connector> wrong = answering.stream().filter(AnsweringJudge::isClosed).toList();
    if (right.isEmpty()) {
      return Optional.empty();
    }
    if (wrong.isEmpty()) {
      List<Connector> told = answering.stream().filter(AnsweringJudge::relays).toList();
      return told.isEmpty()
          ? Optional.empty()
          : Optional.of(
              known
                  ? CauseJudgement.of(
                      Likelihood.UNLIKELY, ranges(told) + ", which answers the sender")
                  : CauseJudgement.of(
                      Likelihood.POSSIBLE,
                      ranges(told) + "; whether it answers the sender is not known"));
    }
    boolean all = known && answering.equals(wrong);
    return Optional.of(
        CauseJudgement.of(
            all ? Likelihood.FITS : Likelihood.POSSIBLE,
            ranges(wrong)
                + (all ? ", which answers the sender" : ", which may answer the sender")
                + " and does not relay for anonymous, as "
                + ranges(right)
                + " would"));
  }

  /** Nobody said where mail comes from. */
  private static CauseJudgement untold(FlowRead world) {
    return CauseJudgement.any(
        world.connectors().stream()
            .filter(AnsweringJudge::relays)
            .map(
                one ->
                    CauseJudgement.of(
                        Likelihood.POSSIBLE,
                        ranges(List.of(one))
                            + "; state 'sendsFrom' in the connections to know whether it answers"))
            .toList());
  }

  private static boolean relays(Connector connector) {
    return Known.asking(connector::relay).value().isPresent();
  }

  private static boolean isClosed(Connector connector) {
    return Known.asking(connector::relay) instanceof Known.Exactly<String> relay
        && relay.value().isEmpty();
  }

  private static String ranges(List<Connector> connectors) {
    return connectors.stream()
        .map(one -> one.told(ReceiveConnectorRows.REMOTE_IP_RANGES))
        .collect(Collectors.joining("; "));
  }
}
