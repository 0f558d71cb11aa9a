package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Text;

/**
 * An account that differs from its policy in one setting, beside two that are none of its business.
 *
 * @param row the setting
 * @param msdb where it is
 * @param workshop knows the policy
 * @param seed what it was made from
 */
record ScriptCase(Property<?> row, Msdb msdb, Workshop workshop, long seed) {

  static final String ACCOUNT = "Bulk 'mailer' $(x) \u2019";

  private static final int RUNS = 24;

  /** Every setting that a policy may state. */
  static Stream<Property<?>> rows() {
    return MailAccountRows.CATALOGUE.rows().stream()
        .<Property<?>>map(row -> row)
        .filter(row -> !row.onlyForWhere());
  }

  /** Cases of one setting that a script fixes. */
  static List<ScriptCase> of(Property<?> row) {
    List<ScriptCase> cases = new ArrayList<>();
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ScriptCase one =
          AccountCredential.SETTINGS.contains(row)
              ? login(row, seed, random)
              : setting(row, seed, random);
      if (!one.workshop().prescription().scripts().isEmpty()) {
        cases.add(one);
      }
    }
    if (cases.size() < RUNS / 6) {
      throw new AssertionError("only " + cases.size() + " cases of " + row);
    }
    return cases;
  }

  /** Cases of several settings of one account, of which some are as they must be. */
  static List<ScriptCase> ofSeveral() {
    List<ScriptCase> cases = new ArrayList<>();
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, @Nullable Object> settings = Workshop.plain();
      List<Statement<?>> statements = new ArrayList<>();
      for (Property<?> row : AccountSql.settings()) {
        if (!AccountCredential.SETTINGS.contains(row) && random.nextBoolean()) {
          vary(row, settings, statements, random);
        }
      }
      AccountCredential from = way(random);
      AccountCredential to = way(random);
      settings.put("use_default_credentials", from.windows() ? 1L : 0L);
      settings.put("username", from.user().isEmpty() ? null : from.user());
      statements.add(Workshop.is(MailAccountRows.AUTH, to.word()));
      statements.add(Workshop.is(MailAccountRows.USERNAME, to.user()));
      Msdb msdb = instance().account(ACCOUNT, settings);
      Workshop workshop =
          new Workshop(msdb).wants(ACCOUNT, statements.toArray(new Statement<?>[0]));
      if (!workshop.prescription().scripts().isEmpty()) {
        cases.add(new ScriptCase(MailAccountRows.AUTH, msdb, workshop, seed));
      }
    }
    return cases;
  }

  private static <T> void vary(
      Property<T> row,
      Map<String, @Nullable Object> settings,
      List<Statement<?>> statements,
      SplittableRandom random) {
    T wanted = value(row, random);
    if (random.nextInt(4) > 0) {
      settings.put(row.name(), random.nextInt(4) == 0 ? empty(row) : column(value(row, random)));
    } else {
      settings.put(row.name(), column(wanted));
    }
    statements.add(Workshop.is(row, row.type().show(wanted)));
  }

  /** Somebody else changes what the script is about. */
  void meddle() {
    if (row.equals(MailAccountRows.ENABLE_SSL)) {
      msdb.change(ACCOUNT, "name", ACCOUNT.toUpperCase(java.util.Locale.ROOT));
    } else if (AccountCredential.SETTINGS.contains(row)) {
      msdb.change(ACCOUNT, "username", "somebody else");
    } else if (row.type().order().isPresent()) {
      msdb.change(ACCOUNT, row.name(), 4711L);
    } else {
      String column = row.equals(MailAccountRows.MAILSERVER_NAME) ? "servername" : row.name();
      msdb.change(ACCOUNT, column, "somebody else");
    }
  }

  @Override
  public String toString() {
    return row + ", seed " + seed;
  }

  private static Msdb instance() {
    Map<String, @Nullable Object> signed = Workshop.plain();
    signed.put("username", "bystander");
    return new Msdb(Workshop.SERVER)
        .account("Bystander", signed)
        .account("Linked", Workshop.plain())
        .link("Linked");
  }

  private static <T> ScriptCase setting(Property<T> row, long seed, SplittableRandom random) {
    Map<String, @Nullable Object> settings = Workshop.plain();
    if (random.nextBoolean()) {
      settings.put("username", "erp");
    }
    settings.put(row.name(), random.nextInt(4) == 0 ? empty(row) : column(value(row, random)));
    Msdb msdb = instance().account(ACCOUNT, settings);
    String wanted = random.nextInt(6) == 0 ? "" : row.type().show(value(row, random));
    Workshop workshop = new Workshop(msdb).wants(ACCOUNT, Workshop.is(row, wanted));
    return new ScriptCase(row, msdb, workshop, seed);
  }

  private static <T> T value(Property<T> row, SplittableRandom random) {
    while (true) {
      T value = Generators.value(row.type(), random);
      if (row.allowed().allows().test(value) && !row.type().show(value).equals("{}")) {
        return value;
      }
      if (row.type().show(value).matches("-?\\d+")) {
        return row.type()
            .read(new Raw.Text(String.valueOf(random.nextInt(1, 65536))))
            .known()
            .orElseThrow();
      }
    }
  }

  private static @Nullable Object empty(Property<?> row) {
    if (row.equals(MailAccountRows.PORT) || row.equals(MailAccountRows.ENABLE_SSL)) {
      return 1L;
    }
    boolean never =
        row.equals(MailAccountRows.EMAIL_ADDRESS) || row.equals(MailAccountRows.MAILSERVER_NAME);
    return never ? "" : null;
  }

  private static Object column(Object value) {
    if (value instanceof Text text) {
      return text.spelling();
    }
    return value instanceof Boolean on ? (on ? 1L : 0L) : value;
  }

  /** One of the three ways to log in, and another one wanted, said in one of several ways. */
  private static ScriptCase login(Property<?> row, long seed, SplittableRandom random) {
    AccountCredential from = way(random);
    AccountCredential to = from;
    while (to.equals(from)) {
      to = way(random);
    }
    Map<String, @Nullable Object> settings = Workshop.plain();
    settings.put("use_default_credentials", from.windows() ? 1L : 0L);
    settings.put("username", from.user().isEmpty() ? null : from.user());
    Msdb msdb = instance().account(ACCOUNT, settings);
    Workshop workshop = new Workshop(msdb);
    if (random.nextBoolean()) {
      workshop.wants(
          ACCOUNT,
          Workshop.is(MailAccountRows.AUTH, to.word()),
          Workshop.is(MailAccountRows.USERNAME, to.user()),
          Workshop.is(MailAccountRows.PORT, "587"));
    } else {
      workshop.wants(
          ACCOUNT,
          Workshop.is(MailAccountRows.USE_DEFAULT_CREDENTIALS, to.flag()),
          Workshop.is(MailAccountRows.USERNAME, to.user()));
    }
    return new ScriptCase(row, msdb, workshop, seed);
  }

  private static AccountCredential way(SplittableRandom random) {
    return Generators.pick(
        List.of(
            AccountCredential.ANONYMOUS,
            new AccountCredential(true, ""),
            new AccountCredential(false, "erp"),
            new AccountCredential(false, "Erp \u2019' $(y)")),
        random);
  }
}
