package org.relaycheck.explain.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.explain.sign.LogSign;
import org.relaycheck.explain.sign.ReplySignRows;

/** All that logs say about one trouble, entry by entry; keeps counts and first places only. */
public final class LogFindings implements Consumer<LogEntry> {

  /** As many texts that are not known as somebody reads. */
  private static final int UNKNOWN = 200;

  /** What reads like trouble: a refusing reply, an enhanced code of one, an error of a program. */
  private static final Pattern SERIOUS =
      Pattern.compile(
          "^[45]\\d\\d[ -](?!(?:error|warning|information|success)\\b)"
              + "|(?:^|\\b[45]\\d\\d[ -]|: )[45]\\.\\d{1,3}\\.\\d{1,3}(?![.\\d])"
              + "|Exception\\b|MSExchange(?:FrontEnd)?Transport"
              + "|! ?\\[\\d+]|\\bMsg \\d+, Level 1[1-9]"
              + "|\\b(?:fail(?:ed|ure|s)|denied|refused|rejected|disabled|cannot|could not|unable to"
              + "|timed out|not permitted|not allowed|not supported|unexpected(?:ly)?|exceeds?"
              + "|invalid|under pressure)\\b"
              + "|fehl(?:er|geschlagen)|verweiger|konnte nicht|chec d.|erreur|refus|error al"
              + "|no se pued|falha|errore|impossibile|błąd|nie można|ошибк|сбой|не удал"
              + "|失败|错误|无法|エラー|失敗"
              + "|(?<!\\bno |\\b0 |without )\\berror(?! (?:log|report))\\b(?!s)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Exchange's events name the connector that refused, and the client that was. */
  private static final Pattern CONNECTOR =
      Pattern.compile(
          "Receive connector ['\"]?([^'\"]{1,64}?)['\"]? rejected"
              + "|Empfangsconnector ['\"]([^'\"]{1,64})['\"]");

  private final NavigableSet<String> connectors = new TreeSet<>();
  private final SignFinder finder = new SignFinder();
  private final Map<LogSign, EntryTally> signs = new LinkedHashMap<>();
  private final Map<String, EntryTally> unknown = new LinkedHashMap<>();
  private final SortedMap<AttemptGroup, EntryTally> days = new TreeMap<>();
  private long entries;
  private long unlisted;
  private long deliveredLater;

  @Override
  public void accept(LogEntry entry) {
    Optional<LogSign> sign = finder.of(entry.text()).map(found -> said(found, entry));
    if (sign.isPresent()) {
      entries++;
      signs.computeIfAbsent(sign.get(), one -> new EntryTally()).add(entry);
      if (sign.get().trouble()) {
        count(entry, sign.get().id());
        connectors(entry).forEach(connectors::add);
      }
    } else if (entry.account().isPresent() || SERIOUS.matcher(entry.text()).find()) {
      unknown(entry);
    }
  }

  /** To a client of which the same session shows no login, the words of the other sign are said. */
  private static LogSign said(LogSign found, LogEntry entry) {
    boolean loggedIn = entry.session().filter(LogEntry.Session::loggedIn).isPresent();
    if (found.equals(ReplySignRows.ANONYMOUS_SENDER) && loggedIn) {
      return ReplySignRows.SENDER_REFUSED;
    }
    return found.equals(ReplySignRows.RELAY_DENIED) && loggedIn
        ? ReplySignRows.LOGGED_IN_RELAY_DENIED
        : found;
  }

  private static Set<String> connectors(LogEntry entry) {
    Set<String> all = new TreeSet<>();
    Matcher event = CONNECTOR.matcher(entry.text());
    while (event.find()) {
      all.add(event.group(1) == null ? event.group(2) : event.group(1));
    }
    entry
        .session()
        .map(LogEntry.Session::connector)
        .filter(one -> !one.isEmpty())
        .ifPresent(all::add);
    return all;
  }

  /** A text that somebody holds for trouble, whether or not it reads like it. */
  public void trouble(LogEntry entry) {
    if (finder.of(entry.text()).isPresent()) {
      accept(entry);
    } else {
      unknown(entry);
    }
  }

  private void unknown(LogEntry entry) {
    entries++;
    String text = SignFinder.bare(entry.text());
    if (unknown.size() < UNKNOWN || unknown.containsKey(text)) {
      unknown.computeIfAbsent(text, one -> new EntryTally()).add(entry);
    } else {
      unlisted++;
    }
    count(entry, "not known");
  }

  private void count(LogEntry entry, String what) {
    deliveredLater += entry.delivered() ? 1 : 0;
    if (entry.account().isPresent() || entry.day().isPresent()) {
      AttemptGroup attempt =
          new AttemptGroup(
              entry.day().orElse(""), entry.account().orElse(""), what, entry.delivered());
      days.computeIfAbsent(attempt, one -> new EntryTally()).add(entry);
    }
  }

  /** How many entries say something. */
  public long entries() {
    return entries;
  }

  /** What was said, in the order in which it first was. */
  public Map<LogSign, EntryTally> signs() {
    return Collections.unmodifiableMap(signs);
  }

  /** The receive connectors that the log shows to have answered, as {@code HOST\Name} or a name. */
  public SortedSet<String> connectors() {
    return Collections.unmodifiableSortedSet(connectors);
  }

  /**
   * Receive connectors by their names, and mail accounts as {@code HOST\\Name}, that it tells of.
   */
  public Set<String> named() {
    Set<String> all = new TreeSet<>();
    connectors.forEach(one -> all.add(one.substring(one.indexOf('\\') + 1)));
    days.keySet().forEach(attempt -> all.add(attempt.account()));
    return all;
  }

  /** What reads like trouble and is not known, by its text: at most 200 different ones. */
  public Map<String, EntryTally> unknown() {
    return Collections.unmodifiableMap(unknown);
  }

  /** How many more texts that are not known there are than {@link #unknown} has. */
  public long unlisted() {
    return unlisted;
  }

  /** How many failed attempts were of a mail that a later attempt delivered. */
  public long deliveredLater() {
    return deliveredLater;
  }

  /** How often, by day, account and what was said. */
  public SortedMap<AttemptGroup, EntryTally> days() {
    return Collections.unmodifiableSortedMap(days);
  }
}
