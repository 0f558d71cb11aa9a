package org.relaycheck.script.mailprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.kind.Site;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Fault;
import org.relaycheck.standin.tsql.Session;

/** What must hold for a script about every setting of profiles, about whole ones, and removals. */
class ScriptLawsTest {

  static Stream<List<ProfileCase>> cases() {
    return Stream.of(
        ProfileCase.of(MailProfileRows.DESCRIPTION),
        ProfileCase.of(MailProfileRows.ACCOUNTS),
        ProfileCase.of(MailProfileRows.GRANTED_TO),
        ProfileCase.of(MailProfileRows.DEFAULT_FOR),
        ProfileCase.ofAll(true),
        ProfileCase.ofAll(false),
        ProfileCase.ofRemoval());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_fixed_is_no_drift_and_twice_is_once(List<ProfileCase> cases) {
    for (ProfileCase one : cases) {
      Script script = one.site().script();

      Session first = one.site().run(script.fix(), Site.YES);

      assertThat(first.errors()).as("%s", one).isEmpty();
      assertThat(one.site().drifted()).as("%s", one).isEmpty();
      String fixed = one.msdb().dump();
      int calls = one.msdb().calls();
      assertThat(one.site().run(script.fix(), Site.YES).errors()).as("%s", one).isEmpty();
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(fixed);
      assertThat(one.msdb().calls()).as("%s", one).isEqualTo(calls).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_rolled_back_is_as_before(List<ProfileCase> cases) {
    for (ProfileCase one : cases) {
      SortedMap<String, String> before = one.site().state();
      Script script = one.site().script();
      one.site().run(script.fix(), Site.YES);

      Session back = one.site().run(script.rollback(), Site.YES);

      assertThat(back.errors()).as("%s", one).isEmpty();
      assertThat(one.site().state()).as("%s", one).isEqualTo(before);
      String undone = one.msdb().dump();
      assertThat(one.site().run(script.rollback(), Site.YES).errors()).as("%s", one).isEmpty();
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(undone);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_somebody_changed_in_between_stops_and_stays(List<ProfileCase> cases) {
    for (ProfileCase one : cases) {
      Script script = one.site().script();
      one.meddle();
      String meddled = one.msdb().dump();

      Session session = one.site().run(script.fix(), Site.YES);

      assertThat(session.errors()).as("%s", one).hasSize(1);
      assertThat(session.errors().get(0)).startsWith("0 changed, 1 stopped");
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(meddled);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTHING_DONE", "REFUSED", "TOO_MUCH", "ERROR"})
  void whatever_a_procedure_does_instead_is_rolled_back(Fault fault) {
    for (ProfileCase one : ProfileCase.all()) {
      Script script = one.site().script();
      String before = one.msdb().dump();
      one.msdb().fault(fault);

      Session session = one.site().run(script.fix(), Site.YES);

      assertThat(session.errors()).as("%s %s", fault, one).hasSize(1);
      assertThat(one.msdb().dump()).as("%s %s", fault, one).isEqualTo(before);
    }
  }

  /** Nobody loses anything, and nothing is opened, by a script that was not told to. */
  @Test
  void without_switches_nobody_loses_and_everybody_gains_nothing() {
    List<String> left = new ArrayList<>();
    for (ProfileCase one : ProfileCase.all()) {
      Ways before = Ways.of(one.msdb());
      Script script = one.site().script();

      Session session = one.site().run(script.fix(), Site.NO);

      boolean asked = script.fix().contains("$(Allow");
      assertThat(session.errors()).as("%s", one).hasSize(asked ? 1 : 0);
      left.addAll(session.errors());
      assertThat(one.site().drifted().isEmpty()).as("%s", one).isEqualTo(!asked);
      Ways after = Ways.of(one.msdb());
      assertThat(after.open()).as("%s", one).containsAll(before.open());
      assertThat(before.toAll()).as("%s", one).containsAll(after.toAll());
    }
    assertThat(left).allMatch(one -> one.contains("none stopped") && one.contains("left out"));
    assertThat(left).anyMatch(one -> one.endsWith("needs AllowNarrowing=yes]"));
    assertThat(left).anyMatch(one -> one.endsWith("needs AllowWidening=yes]"));
    assertThat(left).anyMatch(one -> one.endsWith("needs AllowNarrowing=yes AllowWidening=yes]"));
  }

  @Test
  void without_switches_a_rollback_takes_nothing_either() {
    for (ProfileCase one : ProfileCase.all()) {
      Script script = one.site().script();
      one.site().run(script.fix(), Site.YES);
      Ways before = Ways.of(one.msdb());

      Session back = one.site().run(script.rollback(), Site.NO);

      assertThat(back.errors())
          .as("%s", one)
          .hasSize(script.rollback().contains("$(Allow") ? 1 : 0);
      Ways after = Ways.of(one.msdb());
      assertThat(after.open()).as("%s", one).containsAll(before.open());
      assertThat(before.toAll()).as("%s", one).containsAll(after.toAll());
    }
  }
}
