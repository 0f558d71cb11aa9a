package org.relaycheck.goal.allow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relaycheck.policy.edit.MemberEdit;
import org.relaycheck.policy.member.ListedChange;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.ChangedText;
import org.relaycheck.yaml.PolicyException;

/** Files of a policy with one address more or less; nothing is written. */
final class DraftFiles {

  private static final String MARK = "\uFEFF";

  private final Map<Path, String> texts = new TreeMap<>();
  private final Map<Path, String> marks = new TreeMap<>();

  /** What would stand in each changed file, by its absolute path, without byte order mark. */
  Map<Path, String> texts() {
    return Collections.unmodifiableMap(texts);
  }

  /** The same as it is to be written. */
  String whole(Path file) {
    return marks.getOrDefault(file, "") + texts.getOrDefault(file, "");
  }

  /**
   * With an address more.
   *
   * @param setting where the set is stated
   */
  void add(Place setting, OwnedMember member) throws PolicyException {
    Path file = file(setting);
    Optional<MemberEdit> edit = MemberEdit.of(text(file), setting);
    Optional<Path> listed = edit.flatMap(MemberEdit::file).map(file::resolveSibling);
    if (listed.isPresent()) {
      Path list = listed.get().normalize();
      texts.put(list, new ListedChange(text(list)).with(member));
    } else {
      put(file, edit.flatMap(one -> one.with(member)), setting, "{" + member.told() + "}");
    }
  }

  /**
   * With an address less.
   *
   * @param setting where the set is stated
   * @param member as it is stated there, or in a file
   */
  void remove(Place setting, OwnedMember member) throws PolicyException {
    Path file = file(member.place());
    if (file.equals(file(setting))) {
      Optional<MemberEdit> edit = MemberEdit.of(text(file), setting);
      put(file, edit.flatMap(one -> one.without(member.place())), member.place(), member.text());
    } else {
      texts.put(file, new ListedChange(text(file)).without(member.place().line()));
    }
  }

  private void put(Path file, Optional<ChangedText> changed, Place place, String what)
      throws PolicyException {
    texts.put(
        file,
        changed
            .map(ChangedText::after)
            .orElseThrow(
                () ->
                    AddressOrder.refusal(
                        place,
                        "the text has no place of its own for "
                            + what
                            + ", for it serves other lines too; edit it by hand")));
  }

  private static Path file(Place place) throws PolicyException {
    if (place.file().startsWith("preset:")) {
      throw AddressOrder.refusal(place, "a preset is not edited; state it in the policy");
    }
    return Path.of(place.file()).toAbsolutePath().normalize();
  }

  private String text(Path file) throws PolicyException {
    String known = texts.get(file);
    if (known != null) {
      return known;
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      boolean marked = text.startsWith(MARK);
      marks.put(file, marked ? MARK : "");
      return marked ? text.substring(1) : text;
    } catch (IOException unread) {
      throw AddressOrder.refusal(new Place(file.toString(), 1, 1), "cannot be read: " + unread);
    }
  }
}
