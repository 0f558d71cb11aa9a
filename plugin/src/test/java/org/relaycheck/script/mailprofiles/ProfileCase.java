package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.Site;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.Prescription;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Profiles;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.HasMembers;
import org.relaycheck.value.Generators;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;

/**
 * A profile that differs from its policy, beside two that are none of its business but for the
 * defaults that they hold.
 *
 * @param what it differs in
 * @param msdb where it is
 * @param site knows the policy
 * @param seed what it was made from
 */
record ProfileCase(String what, Msdb msdb, Site site, long seed) {

  static final String PROFILE = "Bulk 'mail' $(x) -- \u2019";

  private static final int RUNS = 25;
  private static final List<String> ACCOUNTS =
      List.of("Relay 'one'", "$(two) -- *" + "/", "\u00e4\u2019drei", "four", "GO");
  private static final List<String> USERS =
      List.of("CORP\\O'Brien", "erp $(y)", "\u4e2d app", "public");
  private static final List<Property<?>> SETTINGS =
      List.of(
          MailProfileRows.DESCRIPTION,
          MailProfileRows.ACCOUNTS,
          MailProfileRows.GRANTED_TO,
          MailProfileRows.DEFAULT_FOR);

  /** Cases of one setting that a script fixes. */
  static List<ProfileCase> of(Property<?> row) {
    List<ProfileCase> cases = new ArrayList<>();
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Msdb msdb = instance(random, true);
      Site site = new Site(msdb).wants(MailProfileRows.CATALOGUE, PROFILE, statement(row, random));
      add(cases, new ProfileCase(row.name(), msdb, site, seed));
    }
    return enough(cases);
  }

  /** Cases of all settings at once, which agree. */
  static List<ProfileCase> ofAll(boolean there) {
    List<ProfileCase> cases = new ArrayList<>();
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Msdb msdb = instance(random, there);
      List<String> granted = some(USERS, random);
      Site site =
          new Site(msdb)
              .wants(
                  MailProfileRows.CATALOGUE,
                  PROFILE,
                  statement(MailProfileRows.DESCRIPTION, random),
                  statement(MailProfileRows.ACCOUNTS, random),
                  Site.list(MailProfileRows.GRANTED_TO, granted),
                  Site.list(MailProfileRows.DEFAULT_FOR, some(granted, random)));
      add(cases, new ProfileCase(there ? "all" : "creation", msdb, site, seed));
    }
    return enough(cases);
  }

  /** Cases of a profile that must go. */
  static List<ProfileCase> ofRemoval() {
    List<ProfileCase> cases = new ArrayList<>();
    for (long seed = 0; seed < RUNS; seed++) {
      Msdb msdb = instance(new SplittableRandom(seed), true);
      Site site = new Site(msdb).wantsGone(MailProfileRows.CATALOGUE, PROFILE);
      add(cases, new ProfileCase("removal", msdb, site, seed));
    }
    return enough(cases);
  }

  /** Cases of everything. */
  static List<ProfileCase> all() {
    List<ProfileCase> cases = new ArrayList<>();
    SETTINGS.forEach(row -> cases.addAll(of(row)));
    cases.addAll(ofAll(true));
    cases.addAll(ofAll(false));
    cases.addAll(ofRemoval());
    return cases;
  }

  /**
   * One of which a script fixes all: excluding every account would leave none, which is by hand.
   */
  private static void add(List<ProfileCase> cases, ProfileCase one) {
    Prescription prescription = one.site.prescription();
    if (!prescription.scripts().isEmpty() && prescription.byHand().isEmpty()) {
      cases.add(one);
    }
  }

  private static List<ProfileCase> enough(List<ProfileCase> cases) {
    if (cases.size() < RUNS / 2) {
      throw new AssertionError("only " + cases.size() + " cases");
    }
    return cases;
  }

  private static Statement<?> statement(Property<?> row, SplittableRandom random) {
    if (row.equals(MailProfileRows.DESCRIPTION)) {
      return Site.is(MailProfileRows.DESCRIPTION, description(random));
    }
    return row.equals(MailProfileRows.ACCOUNTS)
        ? accounts(some(ACCOUNTS, random), random.nextInt(3))
        : Site.list(row, some(USERS, random));
  }

  /** All of them in their order, or as some that must be there, or must not. */
  private static Statement<?> accounts(List<String> names, int how) {
    if (how == 0 || names.isEmpty()) {
      return Site.list(MailProfileRows.ACCOUNTS, names);
    }
    ValueType<List<Text>> type = MailProfileRows.ACCOUNTS.type();
    Optional<List<Text>> some = type.read(Raw.items(names)).known();
    return Site.statement(
        MailProfileRows.ACCOUNTS,
        new HasMembers<>(
            how == 1 ? some : Optional.empty(),
            how == 1 ? Optional.empty() : some,
            type.members().orElseThrow(),
            false));
  }

  private static String description(SplittableRandom random) {
    return random.nextInt(4) == 0 ? "" : "d" + Generators.value(Types.EXACT_TEXT, random);
  }

  /** Some of them, in any order. */
  private static List<String> some(List<String> names, SplittableRandom random) {
    List<String> some = new ArrayList<>(names);
    Collections.shuffle(some, new Random(random.nextLong()));
    return List.copyOf(some.subList(0, random.nextInt(names.size() + 1)));
  }

  private static Msdb instance(SplittableRandom random, boolean there) {
    Msdb msdb = new Msdb(Site.SERVER);
    ACCOUNTS.forEach(name -> msdb.account(name, account()));
    Profiles profiles = new Profiles(msdb);
    USERS.subList(0, USERS.size() - 1).forEach(profiles::user);
    profiles.user("bystander").profile("Bystander", "none of its business");
    profiles.link("Bystander", "four", 1L).grant("Bystander", "bystander", true);
    profiles.profile("Other", null).link("Other", "four", 7L);
    Set<String> taken = new LinkedHashSet<>(some(USERS, random));
    for (String user : USERS) {
      if (random.nextBoolean()) {
        profiles.grant("Other", user, taken.contains(user));
      }
    }
    if (there) {
      profile(profiles, random, taken);
    }
    return msdb;
  }

  private static void profile(Profiles profiles, SplittableRandom random, Set<String> taken) {
    profiles.profile(PROFILE, random.nextInt(4) == 0 ? null : description(random));
    long number = random.nextInt(-3, 9);
    for (String account : some(ACCOUNTS, random)) {
      profiles.link(PROFILE, account, number);
      number += random.nextInt(3); // 0: the next one has the same number
    }
    for (String user : some(USERS, random)) {
      profiles.grant(PROFILE, user, !taken.contains(user) && random.nextBoolean());
    }
  }

  private static Map<String, @Nullable Object> account() {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    settings.put("email_address", "erp@example.com");
    settings.put("mailserver_name", "relay.example.com");
    settings.put("port", 25L);
    settings.put("use_default_credentials", 0L);
    settings.put("enable_ssl", 0L);
    return settings;
  }

  /** Somebody else changes what the script is about. */
  void meddle() {
    Profiles profiles = new Profiles(msdb);
    switch (what) {
      case "description" -> describe(profiles);
      case "accounts" -> link(profiles);
      case "all" -> {
        describe(profiles);
        link(profiles);
        profiles.user("late").grant(PROFILE, "late", false);
      }
      case "creation" -> profiles.profile(PROFILE.toUpperCase(Locale.ROOT), "first");
      default -> profiles.user("late").grant(PROFILE, "late", false);
    }
  }

  private static void describe(Profiles profiles) {
    profiles.change(PROFILE, "description", "somebody else's");
  }

  private void link(Profiles profiles) {
    msdb.account("late", account());
    profiles.link(PROFILE, "late", 99L);
  }

  @Override
  public String toString() {
    return what + ", seed " + seed;
  }
}
