package org.relaycheck.probe.expect;

import java.time.Duration;
import java.util.Locale;
import org.relaycheck.probe.wire.MailingResult;

/** How fast messages were taken, in words. */
public final class MailSpeed {

  private MailSpeed() {}

  /** Such as "20 messages, 0.7 a second; acknowledged after 1.41 s (half), 1.98 s (95 %)". */
  public static String words(MailingResult mailed) {
    int number = mailed.acknowledged().size();
    return String.format(
        Locale.ROOT,
        "%d %s, %.1f a second; acknowledged after %s s (half of them), %s s (95 %%)",
        number,
        number == 1 ? "message" : "messages",
        mailed.perSecond(),
        seconds(mailed.percentile(50)),
        seconds(mailed.percentile(95)));
  }

  /** Seconds with three digits. */
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
