package org.relaycheck.explain.log;

import org.relaycheck.explain.sign.Sign;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All that logs say about one trouble, entry by entry; keeps counts and first places only. */
public final class LogFindings implements Consumer<LogEntry> {

  /** What reads like trouble: a refusing reply, an enhanced code of one, an error of .NET. */
  private static final Pattern SERIOUS =
      Pattern.compile(
          "^[45]\\d\\d[ -](?!(?:error|warning|information|success)\\b)"
              + "|(?:^|\\b[45]\\d\\d[ -]|: )[45]\\.\\d{1,3}\\.\\d{1,3}(?![.\\d])"
              + "|Exception\\b|MSExchangeTransport",
          Pattern.CASE_INSENSITIVE);

  /** Exchange's events name the connector that refused. */
  private static final Pattern CONNECTOR =
      Pattern.compile("Receive connector ['\"]?([^'\"]{1,64})['\"]? rejected");

  private final Set<String> named = new TreeSet<>();
  private final SignFinder recognition = new SignFinder();
  private final Map<Sign, EntryTally> signs = new LinkedHashMap<>();
  private final EntryTally unknown = new EntryTally();
  private final SortedMap<AttemptGroup, EntryTally> days = new TreeMap<>();
  private long entries;

  @Override
  public void accept(LogEntry entry) {
    Optional<Sign> sign = recognition.of(entry.text());
    if (sign.isPresent()) {
      entries++;
      signs.computeIfAbsent(sign.get(), one -> new EntryTally()).add(entry);
      if (sign.get().trouble()) {
        count(entry, sign.get().id());
      }
      CONNECTOR.matcher(entry.text()).results().forEach(name -> named.add(name.group(1)));
    } else if (entry.account().isPresent() || SERIOUS.matcher(entry.text()).find()) {
      unknown(entry);
    }
  }

  /** A text that somebody holds for trouble, whether or not it reads like it. */
  public void trouble(LogEntry entry) {
    if (recognition.of(entry.text()).isPresent()) {
      accept(entry);
    } else {
      unknown(entry);
    }
  }

  private void unknown(LogEntry entry) {
    entries++;
    unknown.add(entry);
    count(entry, "not known");
  }

  private void count(LogEntry entry, String what) {
    if (entry.account().isPresent() || entry.day().isPresent()) {
      AttemptGroup attempt =
          new AttemptGroup(entry.day().orElse(""), entry.account().orElse(""), what, entry.delivered());
      days.computeIfAbsent(attempt, one -> new EntryTally()).add(entry);
    }
  }

  /** How many entries say something. */
  public long entries() {
    return entries;
  }

  /** What was said, in the order in which it first was. */
  public Map<Sign, EntryTally> signs() {
    return Collections.unmodifiableMap(signs);
  }

  /**
   * Receive connectors by their names, and mail accounts as {@code HOST\\Name}, that it tells of.
   */
  public Set<String> named() {
    Set<String> all = new TreeSet<>(named);
    days.keySet().forEach(attempt -> all.add(attempt.account()));
    return all;
  }

  /** What reads like trouble and is not known. */
  public EntryTally unknown() {
    return unknown;
  }

  /** How often, by day, account and what was said. */
  public SortedMap<AttemptGroup, EntryTally> days() {
    return Collections.unmodifiableSortedMap(days);
  }
}
