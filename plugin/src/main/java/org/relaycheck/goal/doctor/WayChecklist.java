package org.relaycheck.goal.doctor;

import static org.relaycheck.live.AskingStage.AGE;
import static org.relaycheck.live.AskingStage.CLOCK;
import static org.relaycheck.live.AskingStage.CREDENTIALS;
import static org.relaycheck.live.AskingStage.ECHO;
import static org.relaycheck.live.AskingStage.ENCRYPTION;
import static org.relaycheck.live.AskingStage.FILE;
import static org.relaycheck.live.AskingStage.FORMAT;
import static org.relaycheck.live.AskingStage.HOST_KEY;
import static org.relaycheck.live.AskingStage.JUMP;
import static org.relaycheck.live.AskingStage.KINDS;
import static org.relaycheck.live.AskingStage.LOGIN;
import static org.relaycheck.live.AskingStage.NAME;
import static org.relaycheck.live.AskingStage.PORT;
import static org.relaycheck.live.AskingStage.POWERSHELL;
import static org.relaycheck.live.AskingStage.RIGHTS;
import static org.relaycheck.live.AskingStage.SERVER;
import static org.relaycheck.live.AskingStage.SHELL;
import static org.relaycheck.live.AskingStage.WAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.PowerShellWay;

/** The steps that each way has, in order. */
final class WayChecklist {

  private static final List<AskingStage> RECORD = List.of(FILE, FORMAT, AGE, SERVER, KINDS);
  private static final List<AskingStage> SQL =
      List.of(CREDENTIALS, NAME, PORT, ENCRYPTION, LOGIN, SERVER, CLOCK, RIGHTS);
  private static final List<AskingStage> SHELLS =
      List.of(SHELL, POWERSHELL, WAY, CLOCK, ECHO, SERVER, RIGHTS);

  private WayChecklist() {}

  static List<AskingStage> of(HostWay way) {
    if (way instanceof HostWay.Through through) {
      return through(through.shell().reach());
    }
    if (way instanceof HostWay.Unlisted) {
      return List.of(KINDS);
    }
    return way instanceof HostWay.SqlServer ? SQL : RECORD;
  }

  private static List<AskingStage> through(PowerShellWay.Reach reach) {
    if (reach instanceof PowerShellWay.Local) {
      List<AskingStage> stages = new ArrayList<>(List.of(CREDENTIALS));
      stages.addAll(SHELLS);
      stages.remove(CLOCK); // it is ours
      return stages;
    }
    return reach instanceof PowerShellWay.Fetch fetch
        ? there(fetch.ssh().jump(), RECORD)
        : there(((PowerShellWay.Ssh) reach).jump(), SHELLS);
  }

  /** Behind a jump host it is the jump host that looks the name up. */
  private static List<AskingStage> there(Optional<PowerShellWay.Ssh> jump, List<AskingStage> then) {
    List<AskingStage> stages = new ArrayList<>(List.of(CREDENTIALS));
    stages.add(jump.isPresent() ? JUMP : NAME);
    stages.addAll(List.of(PORT, ENCRYPTION, HOST_KEY, LOGIN));
    stages.addAll(then);
    return stages;
  }

  /** Whether a step is a host's own, however many share its way. */
  static boolean ofHost(AskingStage stage) {
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
