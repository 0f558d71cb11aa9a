package org.relaycheck.standin.tds;

import java.util.ArrayList;
import java.util.List;

/** A script in which a fragment of the SQL text picks the answer; the first one that fits wins. */
public record Scenario(List<Reply> greeting, List<Scene> scenes) implements Script {
  public Scenario {
    greeting = List.copyOf(greeting);
    scenes = List.copyOf(scenes);
  }

  /** Answers nothing yet. */
  public static Scenario empty() {
    return new Scenario(List.of(), List.of());
  }

  public Scenario onLogin(Reply... replies) {
    return new Scenario(List.of(replies), scenes);
  }

  /** The same, and these replies to every request whose text contains the fragment. */
  public Scenario on(String fragment, Reply... replies) {
    List<Scene> more = new ArrayList<>(scenes);
    more.add(new Scene(fragment, List.of(replies)));
    return new Scenario(greeting, more);
  }

  @Override
  public List<Reply> greet(Login login) {
    return greeting;
  }

  @Override
  public List<Reply> answer(Login login, Request request) {
    return scenes.stream()
        .filter(scene -> request.sql().contains(scene.fragment()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no scene for: " + request.sql()))
        .replies();
  }

  /** One fragment and its answer. */
  public record Scene(String fragment, List<Reply> replies) {
    public Scene {
      replies = List.copyOf(replies);
    }
  }
}
