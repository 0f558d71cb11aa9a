package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.ForwardingFilter;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.Leftovers;

@Timeout(60)
class JumpTest {

  private final SshSetup setup = new SshSetup();
  private final AtomicReference<SshdSocketAddress> target = new AtomicReference<>();

  @AfterEach
  void no_thread_is_left() {
    assertThat(Leftovers.threads()).isEmpty();
  }

  @Test
  void the_answer_comes_through_a_machine_in_between() throws IOException {
    try (WindowsServer goal = WindowsServer.that(Scene.Play.of(Behaviour.HUGE));
        WindowsServer jump = jump(noting())) {

      HostAnswer asked = setup.ask(through(goal, jump, jump.fingerprint()));

      assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
      assertThat(target.get().getPort()).isEqualTo(goal.port());
      assertThat(jump.commands()).isEmpty();
      assertThat(goal.commands()).hasSize(1);
    }
  }

  @Test
  void the_machine_in_between_has_a_host_key_of_its_own() throws IOException {
    try (WindowsServer goal = WindowsServer.that(Scene.Play.of(Behaviour.GOOD));
        WindowsServer jump = jump(noting())) {

      HostAnswer asked = setup.ask(through(goal, jump, goal.fingerprint()));

      assertThat(((HostAnswer.Failed) asked).why())
          .contains("[127.0.0.1]:" + jump.port())
          .contains(jump.fingerprint());
      assertThat(goal.passwords()).isZero();
    }
  }

  @Test
  void the_goal_is_known_by_its_own_host_key() throws IOException {
    try (WindowsServer goal = WindowsServer.that(Scene.Play.of(Behaviour.GOOD));
        WindowsServer jump = jump(noting())) {
      PowerShellWay.Ssh way =
          new PowerShellWay.Ssh(
              "127.0.0.1",
              Optional.of(goal.port()),
              Optional.empty(),
              Optional.of("exchange-ro"),
              Optional.of(new PowerShellWay.Fingerprint(jump.fingerprint())),
              Optional.of(SshSetup.to(jump)));

      HostAnswer asked = setup.ask(way);

      assertThat(((HostAnswer.Failed) asked).why())
          .contains("[127.0.0.1]:" + goal.port())
          .contains(goal.fingerprint());
    }
  }

  @Test
  void a_machine_that_forwards_nothing_is_named() throws IOException {
    try (WindowsServer goal = WindowsServer.that(Scene.Play.of(Behaviour.GOOD));
        WindowsServer jump = jump(RejectAllForwardingFilter.INSTANCE)) {

      HostAnswer asked = setup.ask(through(goal, jump, jump.fingerprint()));

      assertThat(((HostAnswer.Failed) asked).why())
          .contains("127.0.0.1:" + jump.port() + " does not forward to 127.0.0.1:" + goal.port());
      assertThat(((HostAnswer.Failed) asked).fix()).contains("AllowTcpForwarding");
    }
  }

  private static WindowsServer jump(ForwardingFilter filter) throws IOException {
    return WindowsServer.that(
        Scene.Play.of(Behaviour.NOT_FOUND), server -> server.setForwardingFilter(filter));
  }

  private ForwardingFilter noting() {
    return new AcceptAllForwardingFilter() {
      @Override
      protected boolean checkAcceptance(String request, Session session, SshdSocketAddress to) {
        target.set(to);
        return super.checkAcceptance(request, session, to);
      }
    };
  }

  private static PowerShellWay.Ssh through(WindowsServer goal, WindowsServer jump, String jumpKey) {
    PowerShellWay.Ssh before =
        SshSetup.ssh(jump.port(), Optional.of(new PowerShellWay.Fingerprint(jumpKey)));
    return new PowerShellWay.Ssh(
        "127.0.0.1",
        Optional.of(goal.port()),
        Optional.empty(),
        Optional.of("exchange-ro"),
        Optional.of(new PowerShellWay.Fingerprint(goal.fingerprint())),
        Optional.of(before));
  }
}
