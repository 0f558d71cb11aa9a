package org.relaycheck.rule.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleFacts;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.state.Address;

/** Instances with a replica of one availability group send mail alike. */
public final class ReplicasAlike implements Rule {

  /** The fact that a server tells if it shows all its groups, maybe none. */
  private static final String ASKED = "AvailabilityGroups";

  /** The beginning of the facts that tell one each. */
  private static final String GROUP = "AvailabilityGroup.";

  /** What decides whether and where mail goes, by kind; names of senders may differ. */
  private static final Map<Catalogue, List<Property<?>>> ROWS = rows();

  private static final RuleFacts FACTS =
      RuleFacts.warning(
          "replicas-alike",
          "Instances of one availability group have the same accounts, profiles and mail settings",
          new RuleFacts.Grounds(
              "An availability group carries databases from one instance to another, and msdb stays"
                  + " behind, unless the group contains it: mail that went out before a failover"
                  + " finds another account after it, or none. Instances are of one group if"
                  + " they have the same AvailabilityGroup fact; a setting that the policy"
                  + " states for"
                  + " both instances may differ. Only settings that decide whether and where mail"
                  + " goes are looked at.",
              "Make the instances alike, or state for each of them what is meant to differ.",
              "sys.availability_groups reference; msdb in availability groups"),
          Stream.concat(
                  ROWS.values().stream().flatMap(List::stream), Stream.of(BreachFacts.MISSING_ON))
              .toArray(Property<?>[]::new));

  private static Map<Catalogue, List<Property<?>>> rows() {
    Map<Catalogue, List<Property<?>>> rows = new LinkedHashMap<>();
    rows.put(
        MailAccountRows.CATALOGUE,
        List.of(
            MailAccountRows.MAILSERVER_NAME,
            MailAccountRows.PORT,
            MailAccountRows.ENABLE_SSL,
            MailAccountRows.TIMEOUT,
            MailAccountRows.AUTH));
    rows.put(
        MailProfileRows.CATALOGUE,
        List.of(MailProfileRows.ACCOUNTS, MailProfileRows.GRANTED_TO, MailProfileRows.DEFAULT_FOR));
    rows.put(
        MailSettingRows.CATALOGUE,
        List.of(
            MailSettingRows.ACCOUNT_RETRY_ATTEMPTS,
            MailSettingRows.ACCOUNT_RETRY_DELAY,
            MailSettingRows.MAX_FILE_SIZE,
            MailSettingRows.PROHIBITED_EXTENSIONS,
            MailSettingRows.DATABASE_MAIL_XPS));
    return rows;
  }

  @Override
  public RuleFacts facts() {
    return FACTS;
  }

  @Override
  public void judge(Landscape landscape, RuleResult result) {
    Map<Server, ServerResource> spoken = new LinkedHashMap<>();
    for (Server server : landscape.servers()) {
      ROWS.keySet().stream()
          .flatMap(kind -> server.compared(kind).stream())
          .findFirst()
          .ifPresent(resource -> spoken.put(server, resource));
    }
    if (spoken.size() > 1) {
      spoken.forEach((server, one) -> result.ifAsked(one, () -> unasked(server)));
    }
    Map<String, List<Server>> groups = new LinkedHashMap<>();
    for (Server server : landscape.servers()) {
      server
          .allTold(GROUP)
          .values()
          .forEach(id -> groups.computeIfAbsent(id, group -> new ArrayList<>()).add(server));
    }
    for (List<Server> group : groups.values()) {
      for (Server one : group) {
        group.stream().filter(other -> other != one).forEach(other -> judge(one, other, result));
      }
    }
  }

  /** An answer that tells no group may be that of a server that was not asked for one. */
  private static Optional<RuleBreach> unasked(Server server) throws NotKnownException {
    if (server.told(ASKED).isEmpty() && server.allTold(GROUP).isEmpty()) {
      throw new NotKnownException(
          new UnknownFact(
              "the answer does not say whether it was asked for availability groups",
              "let the server be asked by a login with VIEW ANY DEFINITION, or record it again with"
                  + " the script of this version"));
    }
    return Optional.empty();
  }

  private static void judge(Server one, Server other, RuleResult result) {
    ROWS.forEach(
        (kind, rows) -> {
          Map<String, ServerResource> there = new HashMap<>();
          other.known(kind).forEach(resource -> there.put(key(resource), resource));
          for (ServerResource resource : one.compared(kind)) {
            ServerResource same = there.get(key(resource));
            if (same == null) {
              result.of(resource, () -> missing(kind, other));
            } else {
              rows.forEach(row -> result.of(resource, row, () -> differing(row, resource, same)));
            }
          }
        });
  }

  private static String key(ServerResource resource) {
    return Address.folded(resource.name());
  }

  private static Optional<RuleBreach> missing(Catalogue kind, Server other)
      throws NotKnownException {
    other.all(kind);
    return RuleBreach.of(
            other.host() + " has no " + kind.noun() + " of this name", "the same on both")
        .map(
            breach ->
                breach.by().with(BreachFacts.names(BreachFacts.MISSING_ON, List.of(other.host()))));
  }

  private static <T> Optional<RuleBreach> differing(
      Property<T> row, ServerResource one, ServerResource other) throws NotKnownException {
    if (one.stated(row).isPresent() && other.stated(row).isPresent()) {
      return Optional.empty();
    }
    return one.optional(row).equals(other.optional(row))
        ? Optional.empty()
        : RuleBreach.of(
                row
                    + " is "
                    + one.shown(row)
                    + ", on "
                    + other.address().host()
                    + " "
                    + other.shown(row),
                "the same on both",
                other)
            .map(breach -> breach.by(row));
  }
}
