package org.relaycheck.script.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Credentials;
import org.relaycheck.standin.tsql.Fault;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Types;

/** What must hold for accounts that are made and removed. */
class WholeAccountLawsTest {

  private static final String PASSWORD = "p'w";
  private static final int RUNS = 25;

  /** An account that is missing, or that must go, with every setting told. */
  private record Case(Workshop workshop, Msdb msdb, String account, long seed) {

    Map<String, String> state() {
      Map<String, String> state = new TreeMap<>();
      HostState.Read read = (HostState.Read) workshop.read().get(Workshop.SERVER);
      for (var found : read.kinds().get("mailAccounts").resources()) {
        for (var row : Workshop.lasting()) {
          String text =
              found.settings().get(row).map(reading -> reading.raw().shown()).orElse("unread");
          state.put(found.address().name() + " " + row, text);
        }
      }
      return state;
    }

    @Override
    public String toString() {
      return account + ", seed " + seed;
    }
  }

  static Stream<Case> missing() {
    return LongStream.range(0, RUNS).mapToObj(WholeAccountLawsTest::missing);
  }

  private static Case missing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Msdb msdb = new Msdb(Workshop.SERVER).account("Bystander", Workshop.plain());
    String name = text(random);
    List<Statement<?>> statements = new ArrayList<>();
    statements.add(Workshop.is(MailAccountRows.EMAIL_ADDRESS, text(random)));
    statements.add(Workshop.is(MailAccountRows.MAILSERVER_NAME, text(random)));
    if (random.nextBoolean()) {
      statements.add(Workshop.is(MailAccountRows.DISPLAY_NAME, text(random)));
      statements.add(Workshop.is(MailAccountRows.DESCRIPTION, text(random)));
      statements.add(Workshop.is(MailAccountRows.TIMEOUT, "" + random.nextInt(1, 999)));
    }
    if (random.nextBoolean()) {
      statements.add(Workshop.is(MailAccountRows.PORT, "" + random.nextInt(1, 65536)));
      statements.add(Workshop.is(MailAccountRows.ENABLE_SSL, "" + random.nextBoolean()));
    }
    switch (random.nextInt(4)) {
      case 0 -> statements.add(Workshop.is(MailAccountRows.AUTH, "windows"));
      case 1 -> statements.add(Workshop.is(MailAccountRows.AUTH, "anonymous"));
      case 2 -> statements.add(Workshop.is(MailAccountRows.USERNAME, text(random)));
      default -> {}
    }
    Workshop workshop = new Workshop(msdb).wants(name, statements.toArray(new Statement<?>[0]));
    return new Case(workshop, msdb, name, seed);
  }

  static Stream<Case> unwanted() {
    return LongStream.range(0, RUNS).mapToObj(WholeAccountLawsTest::unwanted);
  }

  private static Case unwanted(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, @Nullable Object> settings = Workshop.plain();
    settings.put("email_address", text(random));
    settings.put("description", random.nextBoolean() ? text(random) : null);
    settings.put("timeout", random.nextBoolean() ? Long.valueOf(random.nextInt(999)) : null);
    switch (random.nextInt(3)) {
      case 0 -> settings.put("use_default_credentials", 1L);
      case 1 -> settings.put("username", text(random));
      default -> {}
    }
    String name = text(random);
    Msdb msdb =
        new Msdb(Workshop.SERVER).account("Bystander", Workshop.plain()).account(name, settings);
    return new Case(new Workshop(msdb).wantsGone(name), msdb, name, seed);
  }

  /** Text that is no number, which a policy or SQL Server might take for something else. */
  private static String text(SplittableRandom random) {
    return "t" + Generators.value(Types.EXACT_TEXT, random).spelling();
  }

  static Stream<Case> all() {
    return Stream.concat(missing(), unwanted());
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_fixed_is_no_drift_and_twice_is_once(Case one) {
    Script script = one.workshop().script();

    Session first = one.workshop().run(script.fix(), PASSWORD);

    assertThat(first.errors()).isEmpty();
    assertThat(one.workshop().drifted()).isEmpty();
    String fixed = one.msdb().dump();
    int calls = one.msdb().calls();
    assertThat(one.workshop().run(script.fix(), PASSWORD).errors()).isEmpty();
    assertThat(one.msdb().dump()).isEqualTo(fixed);
    assertThat(one.msdb().calls()).isEqualTo(calls).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_rolled_back_is_as_before(Case one) {
    Map<String, String> before = one.state();
    boolean there = one.msdb().accounts().contains(one.account());
    Object secret = there ? one.msdb().secret(one.account()) : null;
    Script script = one.workshop().script();
    one.workshop().run(script.fix(), PASSWORD);

    Session back = one.workshop().run(script.rollback(), String.valueOf(secret));

    assertThat(back.errors()).isEmpty();
    assertThat(one.state()).isEqualTo(before);
    assertThat(there ? one.msdb().secret(one.account()) : null).isEqualTo(secret);
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_account_that_is_not_as_it_was_stops_the_script(Case one) {
    Script script = one.workshop().script();
    if (!one.msdb().accounts().contains(one.account())) {
      one.msdb().account(one.account(), Workshop.plain());
    } else {
      one.msdb().change(one.account(), "port", 4711L);
    }
    String meddled = one.msdb().dump();

    Session session = one.workshop().run(script.fix(), PASSWORD);

    assertThat(session.errors()).hasSize(1);
    assertThat(one.msdb().dump()).isEqualTo(meddled);
  }

  @ParameterizedTest
  @MethodSource("missing")
  void the_rollback_leaves_an_account_that_somebody_has_changed_since(Case one) {
    Script script = one.workshop().script();
    one.workshop().run(script.fix(), PASSWORD);
    one.msdb().change(one.account(), "display_name", "now in use");
    String used = one.msdb().dump();

    Session session = one.workshop().run(script.rollback(), PASSWORD);

    assertThat(session.errors()).hasSize(1);
    assertThat(one.msdb().dump()).isEqualTo(used);
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_account_that_a_profile_uses_is_not_removed(Case one) {
    Script script = one.workshop().script();
    boolean there = one.msdb().accounts().contains(one.account());
    String removal = there ? script.fix() : script.rollback();
    if (!there) {
      one.workshop().run(script.fix(), PASSWORD);
    }
    one.msdb().link(one.account());
    String linked = one.msdb().dump();

    Session session = one.workshop().run(removal, PASSWORD);

    assertThat(session.errors()).hasSize(1);
    assertThat(session.errors().get(0)).contains("a profile still sends through it");
    assertThat(one.msdb().dump()).isEqualTo(linked);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NONE", "TOO_MUCH"})
  void whatever_a_procedure_does_instead_is_rolled_back(Fault fault) {
    all()
        .forEach(
            one -> {
              Script script = one.workshop().script();
              String before = one.msdb().dump();
              one.msdb().fault(fault);

              Session session = one.workshop().run(script.fix(), PASSWORD);

              boolean harmless = fault == Fault.PASSWORD_LOST && one.workshop().drifted().isEmpty();
              if (!harmless) {
                assertThat(session.errors()).as("%s", one).hasSize(1);
                assertThat(one.msdb().dump()).as("%s", one).isEqualTo(before);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("unwanted")
  void a_password_that_the_login_cannot_see_is_not_orphaned(Case one) {
    Script script = one.workshop().script();
    boolean signed = one.msdb().secret(one.account()) != null;
    String before = one.msdb().dump();
    one.msdb().login(Credentials.UNSEEN);

    Session session = one.workshop().run(script.fix(), PASSWORD);

    assertThat(session.errors()).hasSize(signed ? 1 : 0);
    assertThat(one.msdb().dump().equals(before)).isEqualTo(signed);
  }

  @Test
  void a_name_in_another_case_is_another_account_to_the_policy_and_stops_the_removal() {
    Msdb msdb = new Msdb(Workshop.SERVER).account("Old", Workshop.plain());
    Workshop workshop = new Workshop(msdb).wantsGone("Old");
    Script script = workshop.script();
    msdb.change("Old", "name", "OLD");

    Session session = workshop.run(script.fix(), PASSWORD);

    assertThat(session.errors()).hasSize(1);
    assertThat(msdb.accounts()).containsExactly("OLD");
  }
}
