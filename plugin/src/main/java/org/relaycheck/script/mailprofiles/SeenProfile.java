package org.relaycheck.script.mailprofiles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;

/** A profile as it was read. */
record SeenProfile(Observed observed) {

  String name() {
    return observed.address().name();
  }

  /** Nothing for none. */
  Optional<String> description() {
    return known(MailProfileRows.DESCRIPTION).map(reading -> reading.raw().shown());
  }

  Optional<AccountOrder> accounts() {
    boolean ties =
        known(MailProfileRows.TIES).flatMap(reading -> reading.seen().known()).orElse(false);
    return known(MailProfileRows.ACCOUNTS)
        .map(reading -> AccountOrder.told(ServerSpelling.names(reading), ties));
  }

  Optional<ProfileSenders> senders() {
    Optional<List<String>> granted = known(MailProfileRows.GRANTED_TO).map(ServerSpelling::names);
    Optional<List<String>> defaults = known(MailProfileRows.DEFAULT_FOR).map(ServerSpelling::names);
    return granted.flatMap(names -> defaults.map(some -> ProfileSenders.told(names, some)));
  }

  /** Whether SQL Server Agent sends with it; empty if that could not be told. */
  Optional<Boolean> agent() {
    return known(MailProfileRows.AGENT).flatMap(reading -> reading.seen().known());
  }

  private <T> Optional<Reading<T>> known(Property<T> row) {
    return observed.settings().get(row).filter(reading -> reading.seen().problem().isEmpty());
  }

  /** Why one of these texts cannot be written; empty if all can. */
  static Optional<String> refusal(Stream<String> texts) {
    return texts.flatMap(text -> TSql.refusal(text).stream()).findFirst();
  }
}
