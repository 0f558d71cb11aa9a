package org.relaycheck.engine;

import static org.relaycheck.live.Stage.AGE;
import static org.relaycheck.live.Stage.CLOCK;
import static org.relaycheck.live.Stage.CREDENTIALS;
import static org.relaycheck.live.Stage.ECHO;
import static org.relaycheck.live.Stage.ENCRYPTION;
import static org.relaycheck.live.Stage.FILE;
import static org.relaycheck.live.Stage.FORMAT;
import static org.relaycheck.live.Stage.HOST_KEY;
import static org.relaycheck.live.Stage.JUMP;
import static org.relaycheck.live.Stage.KINDS;
import static org.relaycheck.live.Stage.LOGIN;
import static org.relaycheck.live.Stage.NAME;
import static org.relaycheck.live.Stage.PORT;
import static org.relaycheck.live.Stage.POWERSHELL;
import static org.relaycheck.live.Stage.RIGHTS;
import static org.relaycheck.live.Stage.SERVER;
import static org.relaycheck.live.Stage.SHELL;
import static org.relaycheck.live.Stage.WAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.Door;
import org.relaycheck.live.Stage;
import org.relaycheck.live.Way;

/** The steps that each way has, in order. */
final class Checklist {

  private static final List<Stage> RECORD = List.of(FILE, FORMAT, AGE, SERVER, KINDS);
  private static final List<Stage> SQL =
      List.of(CREDENTIALS, NAME, PORT, ENCRYPTION, LOGIN, SERVER, CLOCK, RIGHTS);
  private static final List<Stage> SHELLS =
      List.of(SHELL, POWERSHELL, WAY, CLOCK, ECHO, SERVER, RIGHTS);

  private Checklist() {}

  static List<Stage> of(Way way) {
    if (way instanceof Way.Through through) {
      return through(through.door().reach());
    }
    return way instanceof Way.SqlServer ? SQL : RECORD;
  }

  private static List<Stage> through(Door.Reach reach) {
    if (reach instanceof Door.Local) {
      List<Stage> stages = new ArrayList<>(List.of(CREDENTIALS));
      stages.addAll(SHELLS);
      stages.remove(CLOCK); // it is ours
      return stages;
    }
    return reach instanceof Door.Fetch fetch
        ? there(fetch.ssh().jump(), RECORD)
        : there(((Door.Ssh) reach).jump(), SHELLS);
  }

  /** Behind a jump host it is the jump host that looks the name up. */
  private static List<Stage> there(Optional<Door.Ssh> jump, List<Stage> then) {
    List<Stage> stages = new ArrayList<>(List.of(CREDENTIALS));
    stages.add(jump.isPresent() ? JUMP : NAME);
    stages.addAll(List.of(PORT, ENCRYPTION, HOST_KEY, LOGIN));
    stages.addAll(then);
    return stages;
  }

  /** Whether a step is a host's own, however many share its way. */
  static boolean ofHost(Stage stage) {
    return switch (stage) {
      case SERVER, AGE, RIGHTS, KINDS -> true;
      case CREDENTIALS,
          JUMP,
          NAME,
          PORT,
          ENCRYPTION,
          HOST_KEY,
          LOGIN,
          FILE,
          FORMAT,
          SHELL,
          POWERSHELL,
          WAY,
          CLOCK,
          ECHO ->
          false;
    };
  }
}
