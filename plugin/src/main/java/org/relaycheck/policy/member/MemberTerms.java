package org.relaycheck.policy.member;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.YamlTree;

/**
 * Reads what is said of a member of a set: {@code 10.20.4.11: {owner: billing}}.
 *
 * @param problems where problems go
 */
record MemberTerms(FileProblems problems) {

  static final List<String> KEYS = List.of("owner", "ticket", "until", "why");

  private static final String EXAMPLE = "{10.20.4.11: {owner: billing, until: 2027-03-31}}";

  /** The member of an entry; empty if there is a problem. */
  Optional<OwnedMember> read(YamlTree.Entry entry) {
    if (KEYS.contains(entry.name())) {
      problems.add(
          entry.place(), "'" + entry.name() + "' stands without a member; expected " + EXAMPLE);
      return Optional.empty();
    }
    if (entry.value().isEmpty()) {
      return Optional.of(OwnedMember.plain(entry.name(), entry.place()));
    }
    if (!(entry.value() instanceof YamlTree.Mapping mapping)) {
      problems.add(
          entry.value().place(),
          "'"
              + entry.name()
              + "': found "
              + entry.value().described()
              + "; expected who answers for it, such as "
              + EXAMPLE);
      return Optional.empty();
    }
    MappingFields fields = new MappingFields(mapping, problems);
    fields.only("a member", KEYS);
    return Optional.of(
        new OwnedMember(
            entry.name(),
            fields.text("owner", "billing"),
            fields.text("ticket", "CHG-4711"),
            fields
                .scalar("until", "2027-03-31")
                .flatMap(day -> day(day.text(), day.place(), problems)),
            fields.text("why", "month end"),
            entry.place()));
  }

  /** A day; what is none is a problem. */
  static Optional<LocalDate> day(String text, Place place, FileProblems problems) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      problems.add(place, "'until': '" + text + "' is not a day such as 2027-03-31");
      return Optional.empty();
    }
  }
}
