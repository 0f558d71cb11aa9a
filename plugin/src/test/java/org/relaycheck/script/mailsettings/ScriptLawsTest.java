package org.relaycheck.script.mailsettings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.Site;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Fault;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Parameters;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;

/** What must hold for a script about every parameter, each on many values, and about the queue. */
class ScriptLawsTest {

  private static final Catalogue KIND = MailSettingRows.CATALOGUE;
  private static final String NAME = "Database Mail";
  private static final int RUNS = 25;

  /** An instance of which one parameter is not as its policy wants it. */
  private record Case(Property<?> row, Msdb msdb, Site site, long seed) {

    @Override
    public String toString() {
      return row + ", seed " + seed;
    }
  }

  static Stream<Property<?>> parameters() {
    return KIND.rows().stream()
        .<Property<?>>map(row -> row)
        .filter(row -> row.binding() instanceof Binding.Column);
  }

  private static <T> List<Case> cases(Property<T> row) {
    List<Case> cases = new ArrayList<>();
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Msdb msdb = new Msdb(Site.SERVER);
      new Parameters(msdb).set(row.name(), before(row, random));
      Site site =
          new Site(msdb).wants(KIND, NAME, Site.is(row, row.type().show(value(row, random))));
      if (!site.prescription().scripts().isEmpty()) {
        cases.add(new Case(row, msdb, site, seed));
      }
    }
    assertThat(cases).as("cases of %s", row).hasSizeGreaterThan(RUNS / 4);
    return cases;
  }

  /** As anybody may have spelled it, for no value is looked at. */
  private static <T> @Nullable String before(Property<T> row, SplittableRandom random) {
    String text = row.type().show(value(row, random));
    if (row.equals(MailSettingRows.LOGGING_LEVEL)) {
      return "" + random.nextInt(1, 4);
    }
    return switch (random.nextInt(4)) {
      case 0 -> row.type().order().isPresent() ? "0" + text : text + ", zip";
      case 1 -> row.type().order().isPresent() ? text : null;
      default -> text;
    };
  }

  private static <T> T value(Property<T> row, SplittableRandom random) {
    while (true) {
      T value =
          row.type().order().isPresent()
              ? row.read(Raw.text("" + random.nextInt(1, 99_999))).known().orElseThrow()
              : Generators.value(row.type(), random);
      String text = row.type().show(value);
      boolean same = row.read(Raw.text(text)).known().equals(Optional.of(value));
      if (same && !text.equals("{}") && text.length() < 200) {
        return value;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void what_is_fixed_is_no_drift_twice_is_once_and_rolled_back_is_as_before(Property<?> row) {
    for (Case one : cases(row)) {
      SortedMap<String, String> before = one.site().state();
      Script script = one.site().script();

      Session first = one.site().run(script.fix(), Site.NO);

      assertThat(first.errors()).as("%s", one).isEmpty();
      assertThat(one.site().drifted()).as("%s", one).isEmpty();
      String fixed = one.msdb().dump();
      int calls = one.msdb().calls();
      assertThat(one.site().run(script.fix(), Site.NO).errors()).as("%s", one).isEmpty();
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(fixed);
      assertThat(one.msdb().calls()).as("%s", one).isEqualTo(calls).isPositive();
      assertThat(one.site().run(script.rollback(), Site.NO).errors()).as("%s", one).isEmpty();
      assertThat(one.site().state()).as("%s", one).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void what_somebody_changed_in_between_stops_and_stays(Property<?> row) {
    for (Case one : cases(row)) {
      Script script = one.site().script();
      new Parameters(one.msdb()).set(row.name(), "4711 of somebody else");
      String meddled = one.msdb().dump();

      Session session = one.site().run(script.fix(), Site.NO);

      assertThat(session.errors()).as("%s", one).hasSize(1);
      assertThat(session.errors().get(0)).contains(row.name() + " is neither as it was");
      assertThat(one.msdb().dump()).as("%s", one).isEqualTo(meddled);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTHING_DONE", "REFUSED", "TOO_MUCH", "ERROR"})
  void whatever_the_procedure_does_instead_is_rolled_back(Fault fault) {
    parameters()
        .flatMap(row -> cases(row).stream())
        .forEach(
            one -> {
              Script script = one.site().script();
              String before = one.msdb().dump();
              one.msdb().fault(fault);

              Session session = one.site().run(script.fix(), Site.NO);

              assertThat(session.errors()).as("%s %s", fault, one).hasSize(1);
              assertThat(one.msdb().dump()).as("%s %s", fault, one).isEqualTo(before);
            });
  }

  @Test
  void all_parameters_are_one_transaction() {
    Msdb msdb = new Msdb(Site.SERVER);
    Parameters parameters = new Parameters(msdb);
    Site site =
        new Site(msdb)
            .wants(
                KIND,
                NAME,
                Site.is(MailSettingRows.ACCOUNT_RETRY_DELAY, "90"),
                Site.is(MailSettingRows.MAX_FILE_SIZE, "5"));
    String fix = site.script().fix();
    parameters.set("MaxFileSize", "7");

    assertThat(site.run(fix, Site.NO).errors()).hasSize(1);
    assertThat(parameters.value("AccountRetryDelay")).isEqualTo("60");
  }

  @Test
  void a_parameter_that_the_server_lacks_stops() {
    Msdb msdb = new Msdb(Site.SERVER);
    Site site = new Site(msdb).wants(KIND, NAME, Site.is(MailSettingRows.MAX_FILE_SIZE, "5"));
    String fix = site.script().fix();
    new Parameters(msdb).without("MaxFileSize");

    assertThat(site.run(fix, Site.NO).errors().get(0))
        .contains("this server has no parameter MaxFileSize");
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false"})
  void a_queue_that_is_to_run_is_started_and_never_stopped_again(boolean takes, boolean starts) {
    Msdb msdb = new Msdb(Site.SERVER);
    Parameters parameters = new Parameters(msdb).queue(takes, starts);
    Site site =
        new Site(msdb)
            .wants(
                KIND,
                NAME,
                Site.is(MailSettingRows.QUEUE, "STARTED"),
                Site.is(MailSettingRows.ACTIVATION, "true"));
    Script script = site.script();

    assertThat(site.run(script.fix(), Site.NO).errors()).isEmpty();
    assertThat(site.drifted()).isEmpty();
    assertThat(site.run(script.fix(), Site.NO).errors()).isEmpty();
    assertThat(msdb.calls()).isEqualTo(1);
    assertThat(site.run(script.rollback(), Site.NO).errors()).isEmpty();
    assertThat(parameters.receives() && parameters.activates()).isTrue();
    assertThat(script.fix())
        .contains(
            "The rollback cannot undo: mailSettings 'Database Mail': the queue stays started");
  }

  @Test
  void a_queue_that_is_to_be_stopped_is_by_hand() {
    Msdb msdb = new Msdb(Site.SERVER);
    Site site =
        new Site(msdb)
            .wants(
                KIND,
                NAME,
                Site.is(MailSettingRows.QUEUE, "STOPPED"),
                Site.is(MailSettingRows.ACTIVATION, "false"));

    assertThat(site.prescription().scripts()).isEmpty();
    assertThat(site.prescription().byHand())
        .hasSize(2)
        .allMatch(one -> one.why().endsWith(", and a script cannot do otherwise"))
        .allMatch(one -> one.finding().difference().fix().orElse("").startsWith("by hand: "));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOTHING_DONE", "REFUSED", "ERROR"})
  void a_start_that_is_none_is_told(Fault fault) {
    Msdb msdb = new Msdb(Site.SERVER);
    new Parameters(msdb).queue(false, false);
    Site site = new Site(msdb).wants(KIND, NAME, Site.is(MailSettingRows.QUEUE, "STARTED"));
    String fix = site.script().fix();
    String before = msdb.dump();
    msdb.fault(fault);

    assertThat(site.run(fix, Site.NO).errors()).hasSize(1);
    assertThat(msdb.dump()).isEqualTo(before);
  }

  @Test
  void a_queue_that_cannot_be_started_or_seen_is_told() {
    Msdb msdb = new Msdb(Site.SERVER);
    Parameters parameters = new Parameters(msdb).queue(false, false).off();
    Site site = new Site(msdb).wants(KIND, NAME, Site.is(MailSettingRows.QUEUE, "STARTED"));
    String fix = site.script().fix();

    assertThat(site.run(fix, Site.NO).errors().get(0)).contains("15281");
    parameters.hideQueue();
    assertThat(Batch.run(fix, Map.of(), msdb).errors().get(0))
        .contains("this login may not see the mail queue");
  }

  @Test
  void what_concerns_more_than_mail_is_by_hand_with_the_reason() {
    Msdb msdb = new Msdb(Site.SERVER);
    Site site =
        new Site(msdb)
            .wants(
                KIND,
                NAME,
                Site.is(MailSettingRows.DATABASE_MAIL_XPS, "false"),
                Site.is(MailSettingRows.BROKER, "false"),
                Site.list(MailSettingRows.DEFAULT_ATTACHMENT_ENCODING, List.of()));

    assertThat(site.prescription().scripts()).isEmpty();
    assertThat(site.prescription().byHand().stream().map(one -> one.what() + ": " + one.why()))
        .anyMatch(one -> one.contains("RECONFIGURE applies every other pending option too"))
        .anyMatch(one -> one.contains("waits until nobody else uses msdb"))
        .anyMatch(one -> one.contains("DefaultAttachmentEncoding: Database Mail needs a value"))
        .hasSize(3);
  }

  @Test
  void on_amazon_rds_parameters_are_by_hand_and_the_queue_is_started() {
    Msdb msdb = new Msdb(Site.SERVER).onRds();
    new Parameters(msdb).queue(false, false);
    Site site =
        new Site(msdb)
            .facts(Map.of("Hosting", "Amazon RDS"))
            .wants(
                KIND,
                NAME,
                Site.is(MailSettingRows.MAX_FILE_SIZE, "5"),
                Site.is(MailSettingRows.QUEUE, "STARTED"));

    String fix = site.script().fix();

    assertThat(fix)
        .contains("--   By hand: Database Mail, MaxFileSize: ")
        .contains("): Amazon RDS does not let anybody")
        .doesNotContain("msdb.dbo.sysmail_configure_sp");
    assertThat(site.run(fix, Site.NO).errors()).isEmpty();
  }

  @Test
  void a_record_that_does_not_tell_of_amazon_makes_no_difference() {
    Msdb msdb = new Msdb(Site.SERVER).onRds();
    Site site = new Site(msdb).wants(KIND, NAME, Site.is(MailSettingRows.MAX_FILE_SIZE, "5"));

    assertThat(site.run(site.script().fix(), Site.NO).errors().get(0)).contains("Amazon RDS");
    assertThat(msdb.calls()).isZero();
  }
}
