package org.relaycheck.script.mailprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.Site;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.Script;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Profiles;
import org.relaycheck.standin.tsql.Session;

/** Profiles that exchange the users whose default they are: swaps, rings, and any other moves. */
class ExchangeLawsTest {

  private static final Catalogue KIND = MailProfileRows.CATALOGUE;
  private static final List<String> USERS =
      List.of("erp", "CORP\\O'Brien", "$(x) \u2019", "public");
  private static final int RUNS = 120;

  /** Several profiles and what a policy wants of them. */
  private record Exchange(Msdb msdb, Site site, long seed) {
    @Override
    public String toString() {
      return "seed " + seed;
    }
  }

  static Stream<Exchange> exchanges() {
    return LongStream.range(0, RUNS)
        .mapToObj(seed -> new Making(new SplittableRandom(seed)).exchange(seed));
  }

  /** Makes one: who holds which user before and afterwards, and who has grants besides. */
  private static final class Making {
    private final SplittableRandom random;
    private final Msdb msdb = new Msdb(Site.SERVER);
    private final Profiles profiles = new Profiles(msdb);
    private final Site site = new Site(msdb);
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();

    Making(SplittableRandom random) {
      this.random = random;
    }

    Exchange exchange(long seed) {
      USERS.stream().filter(user -> !user.equals("public")).forEach(profiles::user);
      int count = random.nextInt(2, 5);
      for (int i = 0; i < count; i++) {
        names.add("Profile " + "ZAMB".charAt(i) + " 'x'");
      }
      int step = random.nextInt(1, count);
      boolean ring = random.nextInt(3) > 0;
      for (int i = 0; i < USERS.size(); i++) {
        int from = ring ? i % count : random.nextInt(count);
        int to = ring ? (i + step) % count : random.nextInt(count);
        if (ring || random.nextInt(5) > 0) {
          before.put(USERS.get(i), names.get(from));
        }
        if (ring || random.nextInt(5) > 0) {
          after.put(USERS.get(i), names.get(to));
        }
      }
      names.forEach(this::make);
      return new Exchange(msdb, site, seed);
    }

    private void make(String name) {
      boolean missing = !before.containsValue(name) && random.nextBoolean();
      if (!missing) {
        profiles.profile(name, null);
        for (String user : USERS) {
          boolean held = name.equals(before.get(user));
          if (held || random.nextInt(4) == 0) {
            profiles.grant(name, user, held);
          }
        }
      }
      if (!after.containsValue(name) && random.nextInt(3) == 0) {
        site.wantsGone(KIND, name);
        return;
      }
      List<String> defaults = new ArrayList<>();
      List<String> grants = new ArrayList<>();
      for (String user : USERS) {
        boolean held = name.equals(after.get(user));
        if (held) {
          defaults.add(user);
        }
        if (held || random.nextInt(4) == 0) {
          grants.add(user);
        }
      }
      site.wants(
          KIND,
          name,
          Site.list(MailProfileRows.GRANTED_TO, grants),
          Site.list(MailProfileRows.DEFAULT_FOR, defaults));
    }
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void one_run_fixes_twice_is_once_and_one_run_rolls_back(Exchange one) {
    if (one.site().drifted().isEmpty()) {
      return;
    }
    SortedMap<String, String> before = one.site().state();
    Script script = one.site().script();

    assertThat(one.site().run(script.fix(), Site.YES).errors()).isEmpty();
    assertThat(one.site().drifted()).isEmpty();
    String fixed = one.msdb().dump();
    assertThat(one.site().run(script.fix(), Site.YES).errors()).isEmpty();
    assertThat(one.msdb().dump()).isEqualTo(fixed);
    assertThat(one.site().run(script.rollback(), Site.YES).errors()).isEmpty();
    assertThat(one.site().state()).isEqualTo(before);
    String undone = one.msdb().dump();
    assertThat(one.site().run(script.rollback(), Site.YES).errors()).isEmpty();
    assertThat(one.msdb().dump()).isEqualTo(undone);
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void without_switches_nobody_loses_nothing_is_opened_and_a_later_run_goes_on(Exchange one) {
    if (one.site().drifted().isEmpty()) {
      return;
    }
    Ways before = Ways.of(one.msdb());
    Script script = one.site().script();

    Session without = one.site().run(script.fix(), Site.NO);

    assertThat(without.errors()).allMatch(error -> error.contains("none stopped"));
    Ways after = Ways.of(one.msdb());
    assertThat(after.open()).containsAll(before.open());
    assertThat(before.toAll()).containsAll(after.toAll());
    assertThat(one.site().run(script.fix(), Site.YES).errors()).isEmpty();
    assertThat(one.site().drifted()).isEmpty();
  }

  @Test
  void two_that_swap_give_first_and_take_later_and_a_fault_in_between_loses_no_default() {
    Msdb msdb = new Msdb(Site.SERVER);
    Profiles profiles = new Profiles(msdb).user("erp").user("crm");
    profiles.profile("A", null).grant("A", "erp", true);
    profiles.profile("B", null).grant("B", "crm", true);
    Site site =
        new Site(msdb)
            .wants(
                KIND,
                "A",
                Site.is(MailProfileRows.GRANTED_TO, "crm"),
                Site.is(MailProfileRows.DEFAULT_FOR, "crm"))
            .wants(
                KIND,
                "B",
                Site.is(MailProfileRows.GRANTED_TO, "erp"),
                Site.is(MailProfileRows.DEFAULT_FOR, "erp"));
    Script script = site.script();
    profiles.grant("B", "public", false);

    Session session = site.run(script.fix(), Site.YES);

    assertThat(script.fix()).contains("Fixes SQL01: 4 to change.");
    assertThat(session.errors()).singleElement().asString().contains("still is the default");
    assertThat(profiles.senders("A", true)).containsExactly("crm", "erp");
  }
}
