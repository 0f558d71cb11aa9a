package org.relaycheck.resource.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.relaycheck.value.Text;

/**
 * The accounts of a profile in the order in which a mail is tried with them.
 *
 * @param entries the first one first
 */
record AccountOrder(List<Entry> entries) {

  static final AccountOrder EMPTY = new AccountOrder(List.of());

  private static final String NONE = "empty";

  /** What the question says of an account that shares its number with another. */
  private static final Pattern TIED =
      Pattern.compile("(.*) \\(number (-?\\d+|" + NONE + "), as another\\)", Pattern.DOTALL);

  AccountOrder {
    entries = List.copyOf(entries);
  }

  /**
   * An account's place.
   *
   * @param account its name, as the server spells it
   * @param told its name, and if it shares its number the words that say so
   * @param shared the number that it shares; empty if it shares none, or none is there
   */
  record Entry(String account, String told, Optional<Integer> shared) {

    private static Entry of(String told, boolean ties) {
      Matcher tied = TIED.matcher(told);
      if (!ties || !tied.matches()) {
        return new Entry(told, told, Optional.empty());
      }
      String number = tied.group(2);
      Optional<Integer> shared =
          number.equals(NONE) ? Optional.empty() : Optional.of(Integer.valueOf(number));
      return new Entry(tied.group(1), told, shared);
    }

    private boolean withoutNumber() {
      return !told.equals(account) && shared.isEmpty();
    }
  }

  /**
   * As a server told it.
   *
   * @param ties whether accounts share a number
   */
  static AccountOrder told(List<String> names, boolean ties) {
    return new AccountOrder(names.stream().map(name -> Entry.of(name, ties)).toList());
  }

  /** As a policy wants it; where the server has an account already, in the server's spelling. */
  AccountOrder wanting(List<Text> names) {
    List<Entry> wanted = new ArrayList<>();
    for (Text name : names) {
      String spelling =
          entries.stream()
              .map(Entry::account)
              .filter(account -> Spelling.same(account, name))
              .findFirst()
              .orElse(name.spelling());
      wanted.add(new Entry(spelling, spelling, Optional.empty()));
    }
    return new AccountOrder(wanted);
  }

  /** The same without ties that no procedure can bring back: those of accounts without a number. */
  AccountOrder restorable() {
    return new AccountOrder(
        entries.stream()
            .map(
                one ->
                    one.withoutNumber()
                        ? new Entry(one.account, one.account, Optional.empty())
                        : one)
            .toList());
  }

  /** All that is written of it. */
  Stream<String> texts() {
    return entries.stream().flatMap(entry -> Stream.of(entry.account, entry.told));
  }

  boolean has(String account) {
    return entries.stream().anyMatch(entry -> entry.account.equals(account));
  }

  /** The accounts that another order lacks. */
  List<String> without(AccountOrder other) {
    return entries.stream().map(Entry::account).filter(name -> !other.has(name)).toList();
  }

  /**
   * A number for each entry that gives this order: a shared one where it is known, and from 1 where
   * none is. Between two known ones there is room, since there was.
   */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int previous = numbers.isEmpty() ? start() : numbers.get(i - 1);
      numbers.add(entries.get(i).shared.orElse(previous + 1));
    }
    return numbers;
  }

  private int start() {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).shared.isPresent()) {
        return entries.get(i).shared.get() - i - 1;
      }
    }
    return 0;
  }

  /** The expression that the script compares: see {@link ProfileSql#items}. */
  String sql() {
    return ProfileSql.items(entries.stream().map(entry -> ProfileSql.item(" ", entry.told)));
  }
}
