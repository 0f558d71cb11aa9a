package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.script.SqlPhrases;

/**
 * Which accounts a mail is tried with, and in which order. Each call names the profile and the
 * account: the procedures take one of the two for "all".
 */
record AccountsChange(AccountOrder before, AccountOrder after) implements ProfileAspect {

  private static final String ADD = "sysmail_add_profileaccount_sp";
  private static final String UPDATE = "sysmail_update_profileaccount_sp";
  private static final String DELETE = "sysmail_delete_profileaccount_sp";
  private static final String KEYS = "@profile_id = @profile, @account_id = @account";

  @Override
  public String name() {
    return "accounts";
  }

  @Override
  public String title() {
    return "accounts are";
  }

  @Override
  public String from() {
    return before.sql();
  }

  @Override
  public String to() {
    return after.sql();
  }

  @Override
  public Set<ScriptSwitch> switches() {
    return ProfileAspect.switches(!before.without(after).isEmpty(), false);
  }

  @Override
  public List<String> act() {
    List<String> sql = new ArrayList<>();
    for (String account : before.without(after)) {
      sql.addAll(NumberLookup.account(account));
      sql.addAll(SqlPhrases.call(DELETE, KEYS));
    }
    List<Integer> numbers = after.numbers();
    for (int i = 0; i < numbers.size(); i++) {
      String account = after.entries().get(i).account();
      sql.addAll(NumberLookup.account(account));
      sql.add("SET @number = " + numbers.get(i) + ";");
      sql.addAll(
          SqlPhrases.call(
              before.has(account) ? UPDATE : ADD, KEYS + ", @sequence_number = @number"));
    }
    return sql;
  }

  @Override
  public Stream<String> needs() {
    return before.without(after).stream()
        .map(name -> ProfileNeeds.narrowing("it no longer tries the account '" + name + "'"));
  }

  @Override
  public Stream<String> lasting() {
    return before.equals(before.restorable())
        ? Stream.empty()
        : Stream.of("accounts without a number had no order, and now have one");
  }

  @Override
  public ProfileAspect back() {
    return new AccountsChange(after, before.restorable());
  }
}
