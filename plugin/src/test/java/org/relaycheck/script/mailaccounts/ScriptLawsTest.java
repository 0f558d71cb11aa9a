package org.relaycheck.script.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relaycheck.script.mailaccounts.ScriptCase.ACCOUNT;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Credentials;
import org.relaycheck.standin.tsql.Fault;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.state.HostState;

/** What must hold for a script about every setting, each on many values. */
class ScriptLawsTest {

  private static final String PASSWORD = "new O'Brien's $(z)";

  static Stream<Property<?>> rows() {
    return ScriptCase.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_is_fixed_is_no_drift_and_twice_is_once(Property<?> row) {
    mendedTwiceIsOnce(ScriptCase.of(row));
  }

  @Test
  void several_settings_at_once_are_fixed_once() {
    mendedTwiceIsOnce(ScriptCase.ofSeveral());
  }

  private static void mendedTwiceIsOnce(List<ScriptCase> cases) {
    for (ScriptCase one : cases) {
      Script script = one.workshop().script();

      Session first = one.workshop().run(script.fix(), PASSWORD);

      assertThat(first.errors()).as("%s", one).isEmpty();
      assertThat(one.workshop().drifted()).as("%s", one).isEmpty();
      String fixed = one.msdb().dump();
      int calls = one.msdb().calls();
      Session second = one.workshop().run(script.fix(), PASSWORD);
      assertThat(second.errors()).as("%s", one).isEmpty();
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(fixed);
      assertThat(one.msdb().calls()).as("%s", one).isEqualTo(calls).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_is_rolled_back_is_as_before_except_what_only_goes_one_way(Property<?> row) {
    rolledBackIsAsBefore(ScriptCase.of(row));
  }

  @Test
  void several_settings_at_once_are_rolled_back() {
    rolledBackIsAsBefore(ScriptCase.ofSeveral());
  }

  private static void rolledBackIsAsBefore(List<ScriptCase> cases) {
    for (ScriptCase one : cases) {
      Map<String, String> before = state(one);
      String secret = String.valueOf(one.msdb().secret(ACCOUNT));
      Script script = one.workshop().script();
      one.workshop().run(script.fix(), PASSWORD);

      Session back = one.workshop().run(script.rollback(), secret);

      assertThat(back.errors()).as("%s", one).isEmpty();
      assertThat(goneOneWay(state(one), before, script)).as("%s", one).isEqualTo(before);
      assertThat(String.valueOf(one.msdb().secret(ACCOUNT))).as("%s", one).isEqualTo(secret);
      String undone = one.msdb().dump();
      assertThat(one.workshop().run(script.rollback(), "x").errors()).as("%s", one).isEmpty();
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(undone);
    }
  }

  /** The raw text of every setting of every account. */
  private static Map<String, String> state(ScriptCase one) {
    Map<String, String> state = new TreeMap<>();
    HostState.Read read = (HostState.Read) one.workshop().read().get(Workshop.SERVER);
    for (var account : read.kinds().get("mailAccounts").resources()) {
      for (Property<?> row : Workshop.lasting()) {
        String text =
            account.settings().get(row).map(reading -> reading.raw().shown()).orElse("unread");
        state.put(account.address().name() + " " + row, text);
      }
    }
    return state;
  }

  private static Map<String, String> goneOneWay(
      Map<String, String> after, Map<String, String> before, Script script) {
    for (Property<?> row : MailAccountRows.CATALOGUE.rows()) {
      String key = ACCOUNT + " " + row;
      if (row.facts().has(SettingTrait.ONE_WAY)
          && "".equals(before.get(key))
          && !"".equals(after.get(key))) {
        String told = row + " was empty, and cannot be made empty again";
        assertThat(script.fix()).contains("The rollback cannot undo").contains(told);
        assertThat(script.rollback()).contains(told);
        after.put(key, "");
      }
    }
    return after;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_somebody_changed_in_between_stops_and_stays(Property<?> row) {
    for (ScriptCase one : ScriptCase.of(row)) {
      Script script = one.workshop().script();
      one.meddle();
      String meddled = one.msdb().dump();

      Session session = one.workshop().run(script.fix(), PASSWORD);

      assertThat(session.errors()).as("%s", one).hasSize(1);
      assertThat(session.errors().get(0)).startsWith("0 changed, 1 stopped").contains(ACCOUNT);
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(meddled);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_credential_that_the_login_cannot_see_is_never_lost(Property<?> row) {
    int refused = 0;
    for (ScriptCase one : ScriptCase.of(row)) {
      Script script = one.workshop().script();
      String before = one.msdb().dump();
      boolean linked = one.msdb().value(ACCOUNT, "credential_id") != null;
      one.msdb().login(Credentials.UNSEEN);

      Session session = one.workshop().run(script.fix(), PASSWORD);

      if (linked) {
        refused++;
        assertThat(session.errors()).as("%s", one).hasSize(1);
        assertThat(session.errors().get(0)).contains("VIEW ANY DEFINITION");
        assertThat(one.msdb().dump()).as("%s", one).isEqualTo(before);
      }
      one.msdb().login(Credentials.ALTER);
      assertThat(one.msdb().secret("Bystander")).isEqualTo("secret of Bystander");
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void to_see_a_credential_is_enough_to_change_anything_but_it(Property<?> row) {
    if (AccountCredential.SETTINGS.contains(row)) {
      return;
    }
    for (ScriptCase one : ScriptCase.of(row)) {
      Script script = one.workshop().script();
      Object secret = one.msdb().secret(ACCOUNT);
      one.msdb().login(Credentials.VIEW);

      Session session = one.workshop().run(script.fix(), PASSWORD);

      assertThat(session.errors()).as("%s", one).isEmpty();
      assertThat(one.msdb().secret(ACCOUNT)).isEqualTo(secret);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void whatever_a_procedure_does_instead_is_rolled_back(Fault fault) {
    List<Property<?>> rows = rows().toList();
    for (Property<?> row : rows) {
      for (ScriptCase one : ScriptCase.of(row)) {
        Script script = one.workshop().script();
        String before = one.msdb().dump();
        one.msdb().fault(fault);

        Session session = one.workshop().run(script.fix(), PASSWORD);

        if (fault == Fault.PASSWORD_LOST && session.errors().isEmpty()) {
          assertThat(one.workshop().drifted()).as("%s %s", fault, one).isEmpty();
          assertThat(before.contains("secret of Bulk") && !AccountCredential.SETTINGS.contains(row))
              .isFalse();
        } else {
          assertThat(session.errors()).as("%s %s", fault, one).hasSize(1);
          assertThat(one.msdb().dump()).as("%s %s", fault, one).isEqualTo(before);
        }
      }
    }
  }
}
