package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.kind.mailprofiles.ListedAccount;
import org.relaycheck.value.Text;

/**
 * The accounts of a profile in the order in which a mail is tried with them.
 *
 * @param entries the first one first
 */
record AccountOrder(List<ListedAccount> entries) {

  static final AccountOrder EMPTY = new AccountOrder(List.of());

  AccountOrder {
    entries = List.copyOf(entries);
  }

  /**
   * As a server told it.
   *
   * @param ties whether accounts share a number
   */
  static AccountOrder told(List<String> names, boolean ties) {
    return new AccountOrder(names.stream().map(name -> ListedAccount.told(name, ties)).toList());
  }

  /**
   * As a policy wants it; where the server has an account already, in the server's spelling. One
   * that is wanted with the number that it shares keeps it while another shares it still.
   */
  AccountOrder wanting(List<Text> names) {
    List<ListedAccount> wanted = names.stream().map(this::wanting).toList();
    return new AccountOrder(
        wanted.stream()
            .map(
                one ->
                    wanted.stream().filter(other -> other.shared().equals(one.shared())).count() > 1
                        ? one.restorable()
                        : ListedAccount.alone(one.account()))
            .toList());
  }

  private ListedAccount wanting(Text name) {
    for (ListedAccount entry : entries) {
      if (ServerSpelling.same(entry.told(), name)) {
        return entry;
      }
      if (ServerSpelling.same(entry.account(), name)) {
        return ListedAccount.alone(entry.account());
      }
    }
    return ListedAccount.alone(name.spelling());
  }

  /** The same without ties that no procedure can bring back. */
  AccountOrder restorable() {
    return new AccountOrder(entries.stream().map(ListedAccount::restorable).toList());
  }

  /** All that is written of it. */
  Stream<String> texts() {
    return entries.stream().flatMap(entry -> Stream.of(entry.account(), entry.told()));
  }

  boolean has(String account) {
    return entries.stream().anyMatch(entry -> entry.account().equals(account));
  }

  /** The accounts that another order lacks. */
  List<String> without(AccountOrder other) {
    return entries.stream().map(ListedAccount::account).filter(name -> !other.has(name)).toList();
  }

  /**
   * A number for each entry that gives this order: a shared one where it is known, and from 1 where
   * none is. Between two known ones there is room, since there was.
   */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int previous = numbers.isEmpty() ? start() : numbers.get(i - 1);
      numbers.add(entries.get(i).shared().orElse(previous + 1));
    }
    return numbers;
  }

  private int start() {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).shared().isPresent()) {
        return entries.get(i).shared().get() - i - 1;
      }
    }
    return 0;
  }

  /** The expression that the script compares: see {@link ProfileSql#items}. */
  String sql() {
    return ProfileSql.items(entries.stream().map(entry -> ProfileSql.item(" ", entry.told())));
  }
}
