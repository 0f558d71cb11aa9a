package org.relaycheck.explain.cause;

import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.landscape.Account;
import org.relaycheck.landscape.ClientLogin;
import org.relaycheck.landscape.Connector;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * Asks what keeps each account out of the connectors that may answer it. It fits where the same
 * does whichever of them answers.
 *
 * @param kind what keeps it out
 * @param own the account's setting that is told where nothing does
 * @param other the connector's
 * @param otherwise asked where no account tells anything
 */
record ObstacleJudge(
    ClientLogin.Kind kind, Property<?> own, Property<?> other, CauseJudge otherwise)
    implements CauseJudge {

  @Override
  public CauseJudgement of(FlowRead world) {
    List<CauseJudgement> told =
        world.accounts().stream().flatMap(account -> of(world, account).stream()).toList();
    return told.isEmpty() ? otherwise.of(world) : CauseJudgement.any(told);
  }

  private Optional<CauseJudgement> of(FlowRead world, Account account) {
    List<Connector> reached = world.connectors();
    List<Connector> ends = world.ends(account).stream().filter(reached::contains).toList();
    List<Known<String>> all =
        ends.stream()
            .map(end -> Known.asking(() -> obstacle(new ClientLogin(account, end))))
            .toList();
    List<String> found = all.stream().flatMap(one -> one.value().stream()).toList();
    if (!found.isEmpty()) {
      boolean whoever = found.size() == ends.size();
      return Optional.of(
          CauseJudgement.of(
              whoever ? Likelihood.FITS : Likelihood.POSSIBLE, account + ": " + found.get(0)));
    }
    return ends.isEmpty() || all.stream().anyMatch(Known.Unknown.class::isInstance)
        ? Optional.empty()
        : Optional.of(
            CauseJudgement.of(
                Likelihood.UNLIKELY, account.told(own) + "; " + ends.get(0).told(other)));
  }

  private Optional<String> obstacle(ClientLogin login) throws NotKnownException {
    Optional<ClientLogin.Obstacle> obstacle =
        switch (kind) {
          case MECHANISM, RIGHT -> login.obstacle();
          case CLEAR_TEXT, NO_STARTTLS -> login.encryption();
        };
    return obstacle.filter(one -> one.kind() == kind).map(ClientLogin.Obstacle::found);
  }
}
