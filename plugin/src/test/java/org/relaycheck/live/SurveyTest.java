package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Place;

@Timeout(30)
class SurveyTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final HostAnswer DEAD = new HostAnswer.Failed("it is off", "switch it on");

  private final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());

  @Test
  void hosts_behind_one_way_are_asked_together() {
    survey(each(DEAD), 4, host("EX01", "org"), host("EX05", "edge"), host("EX02", "org"));

    assertThat(groups).containsExactlyInAnyOrder(List.of("EX01", "EX02"), List.of("EX05"));
  }

  @Test
  void different_ways_are_asked_at_the_same_time() {
    CountDownLatch together = new CountDownLatch(2);
    AnswerSource meeting =
        connection -> {
          together.countDown();
          try {
            return new HostAnswer.Failed(together.await(20, TimeUnit.SECONDS) + "", "");
          } catch (InterruptedException stopped) {
            return DEAD;
          }
        };

    SortedMap<String, HostState> states = survey(meeting, 2, host("A", "one"), host("B", "two"));

    assertThat(states.values())
        .extracting(state -> ((HostState.Unread) state).why())
        .containsOnly("true");
  }

  @Test
  void a_defect_of_one_source_does_not_hide_the_others() {
    AnswerSource partly =
        connection -> {
          if (connection.host().equals("EX01")) {
            throw new IllegalStateException("a defect");
          }
          return DEAD;
        };

    SortedMap<String, HostState> states =
        survey(partly, 2, host("EX01", "org"), host("EX02", "org"), host("EX05", "edge"));

    assertThat(states.keySet()).containsExactly("EX01", "EX02", "EX05");
    assertThat(why(states, "EX01")).startsWith("reading it failed inside this plugin");
    assertThat(why(states, "EX02")).startsWith("reading it failed inside this plugin");
    assertThat(why(states, "EX05")).isEqualTo("it is off");
  }

  @Test
  void a_host_of_which_the_source_says_nothing_is_unread() {
    AnswerSource forgetful =
        new AnswerSource() {
          @Override
          public HostAnswer ask(HostConnection connection) {
            return DEAD;
          }

          @Override
          public Map<HostConnection, HostAnswer> ask(List<HostConnection> oneWay) {
            return Map.of(oneWay.get(0), DEAD);
          }
        };

    SortedMap<String, HostState> states =
        survey(forgetful, 1, host("EX01", "org"), host("EX02", "org"));

    assertThat(why(states, "EX02")).isEqualTo("there is no answer for this host");
  }

  @Test
  void progress_counts_hosts() {
    Map<String, Integer> told = Collections.synchronizedMap(new HashMap<>());
    SurveyProgress progress = (host, done, all) -> told.put(host, done * 10 + all);

    new Survey(each(DEAD), 1, progress)
        .of(List.of(host("EX01", "org"), host("EX02", "org"), host("EX05", "e")), List.of(), NOW);

    assertThat(told)
        .containsOnly(Map.entry("EX01", 13), Map.entry("EX02", 23), Map.entry("EX05", 33));
  }

  private AnswerSource each(HostAnswer what) {
    return new AnswerSource() {
      @Override
      public HostAnswer ask(HostConnection connection) {
        return what;
      }

      @Override
      public Map<HostConnection, HostAnswer> ask(List<HostConnection> oneWay) {
        groups.add(oneWay.stream().map(HostConnection::host).toList());
        return AnswerSource.super.ask(oneWay);
      }
    };
  }

  private static SortedMap<String, HostState> survey(
      AnswerSource source, int parallel, HostConnection... hosts) {
    return new Survey(source, parallel, SurveyProgress.silent()).of(List.of(hosts), List.of(), NOW);
  }

  private static String why(Map<String, HostState> states, String host) {
    return ((HostState.Unread) states.get(host)).why();
  }

  private static HostConnection host(String name, String file) {
    HostWay way = new HostWay.Recorded(Path.of(file));
    return new HostConnection(name, name, way, Optional.empty(), false, place());
  }

  private static Place place() {
    return new Place("relay-connections.yaml", 1, 1);
  }
}
