package org.relaycheck.rule.connector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.rule.BreachFacts;
import org.relaycheck.rule.RuleBreach;
import org.relaycheck.rule.RuleResult;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Statement;

/**
 * The days that are left to members of sets which a policy allows until a day.
 *
 * @param which days are told
 * @param wanted what is to be done about them
 */
record AllowanceDays(LongPredicate which, String wanted) {

  private static final List<Catalogue> KINDS =
      List.of(
          ReceiveConnectorRows.CATALOGUE,
          MailAccountRows.CATALOGUE,
          MailProfileRows.CATALOGUE,
          MailSettingRows.CATALOGUE);

  void judge(Landscape landscape, RuleResult result) {
    for (Server server : landscape.servers()) {
      for (Catalogue kind : KINDS) {
        for (ServerResource resource : server.compared(kind)) {
          result.of(resource, () -> breach(resource, server.today()));
        }
      }
    }
  }

  private Optional<RuleBreach> breach(ServerResource resource, LocalDate today) {
    List<String> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Statement<?> statement : resource.statements()) {
      for (OwnedMember member : statement.members()) {
        Optional<Long> left = member.daysLeft(today).filter(which::test);
        left.ifPresent(
            days -> {
              found.add(told(statement, member, days));
              names.add(member.text() + " until " + member.until().orElse(today));
            });
      }
    }
    return found.isEmpty()
        ? Optional.empty()
        : RuleBreach.of(String.join("; ", found), wanted)
            .map(breach -> breach.by().with(BreachFacts.names(BreachFacts.ALLOWED, names)));
  }

  private static String told(Statement<?> statement, OwnedMember member, long days) {
    String when =
        days > 0
            ? number(days) + " left"
            : days == 0 ? "today is the last day" : "ended " + number(-days) + " ago";
    return statement.property() + " " + member.told() + ": " + when + " (" + member.place() + ")";
  }

  private static String number(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
