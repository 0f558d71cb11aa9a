package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import org.relaycheck.live.HostAnswer;

/** What a finding about a host must be: words of ours for a user, and what to do next. */
final class Clear {

  /** Words that only a library, a compiler or a protocol's specification uses. */
  private static final String FOREIGN =
      "(?s).*(Exception|\\bjava[x.]|\\bcom\\.|\\borg\\.|Throwable|\\tat |Session\\.|SSH_MSG|ClientConn"
          + "|onnection reset|roken pipe|ocket|acket corrupt|verify:|timed out|timeout:|inside this"
          + " plugin|[Nn]egotiat|invalid server|Stream|stream|EOF|null\\b|driver|foreign host|bad_"
          + "|bytes? is|PKIX|TDS|prelogin|SQLState|Auth (fail|cancel)|session is down).*";

  private Clear() {}

  static void assertClear(String host, HostAnswer asked) {
    assertThat(asked).as(host).isInstanceOf(HostAnswer.Failed.class);
    HostAnswer.Failed failed = (HostAnswer.Failed) asked;
    for (String text : new String[] {failed.why(), failed.fix()}) {
      assertThat(text).as(host).isNotBlank().doesNotMatch(FOREIGN);
    }
  }
}
