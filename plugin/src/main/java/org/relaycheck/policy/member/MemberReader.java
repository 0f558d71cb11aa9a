package org.relaycheck.policy.member;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.value.Types;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlTree;

/**
 * Takes what is said of single members out of a setting, so that the rest reads as if nothing were
 * said, and brings in the members that another file lists.
 */
public final class MemberReader {

  private static final String FILE = "file";

  /** The operators whose operands are members that are wanted; the first is the usual one. */
  private static final List<String> WANTING = List.of("is", "contains");

  private final Function<YamlTree, List<OwnedMember>> listed;
  private final Predicate<String> operators;
  private final FileProblems problems;
  private final List<OwnedMember> addresses = new ArrayList<>();

  /**
   * A reader.
   *
   * @param listed the members of a file, by the tree that names it
   * @param operators whether a key is an operator
   * @param problems where problems go
   */
  public MemberReader(
      Function<YamlTree, List<OwnedMember>> listed,
      Predicate<String> operators,
      FileProblems problems) {
    this.listed = listed;
    this.operators = operators;
    this.problems = problems;
  }

  /**
   * A setting without what is said of its members.
   *
   * @param value as if nothing were said
   * @param members all that it names of what it wants
   */
  public record Plain(YamlTree value, List<OwnedMember> members) {

    /** A setting of whose members nothing is said. */
    public static Plain of(YamlTree value) {
      return new Plain(value, List.of());
    }
  }

  /** All addresses that sets want, whatever is said of them, in the order of reading. */
  public List<OwnedMember> addresses() {
    return List.copyOf(addresses);
  }

  /** What a setting says. */
  public Plain plain(Property<?> row, YamlTree value) {
    if (row.type().members().isEmpty()) {
      return Plain.of(value);
    }
    List<OwnedMember> members = new ArrayList<>();
    YamlTree plain =
        value instanceof YamlTree.Mapping mapping
            ? mapping(mapping, members)
            : operand(value, members);
    if (row.type().equals(Types.ADDRESS_SET)) {
      addresses.addAll(members);
    }
    return new Plain(plain, members);
  }

  private YamlTree mapping(YamlTree.Mapping stated, List<OwnedMember> members) {
    boolean operator = stated.entries().stream().anyMatch(one -> operators.test(one.name()));
    List<YamlTree.Entry> entries = new ArrayList<>();
    for (YamlTree.Entry entry : stated.entries()) {
      if (!operator && entry.name().equals(FILE)) {
        YamlTree.Scalar is = new YamlTree.Scalar(entry.place(), WANTING.get(0), true);
        entries.add(new YamlTree.Entry(is, listed(entry.value(), members)));
      } else {
        entries.add(entry(entry, members));
      }
    }
    return new YamlTree.Mapping(stated.place(), entries);
  }

  private YamlTree.Entry entry(YamlTree.Entry entry, List<OwnedMember> members) {
    boolean wanting = WANTING.contains(entry.name());
    boolean file =
        entry.value() instanceof YamlTree.Mapping operand && operand.get(FILE).isPresent();
    if (!wanting || (entry.value() instanceof YamlTree.Mapping && !file)) {
      return entry;
    }
    YamlTree value =
        entry.value() instanceof YamlTree.Mapping operand
            ? listed(operand.get(FILE).orElse(operand), members)
            : operand(entry.value(), members);
    return new YamlTree.Entry(entry.key(), value);
  }

  private YamlTree operand(YamlTree value, List<OwnedMember> members) {
    if (value instanceof YamlTree.Scalar scalar) {
      if (!scalar.isNothing()) {
        members.add(OwnedMember.plain(scalar.text(), scalar.place()));
      }
      return value;
    }
    if (!(value instanceof YamlTree.Sequence list)) {
      return value;
    }
    List<YamlTree> items = new ArrayList<>();
    for (YamlTree item : list.items()) {
      if (item instanceof YamlTree.Mapping mapping) {
        items.addAll(items(mapping, members));
      } else {
        items.add(operand(item, members));
      }
    }
    return new YamlTree.Sequence(list.place(), items);
  }

  private List<YamlTree> items(YamlTree.Mapping mapping, List<OwnedMember> members) {
    List<YamlTree> items = new ArrayList<>();
    for (YamlTree.Entry entry : mapping.entries()) {
      if (entry.name().equals(FILE)) {
        items.addAll(listed(entry.value(), members).items());
      } else {
        new MemberTerms(problems)
            .read(entry)
            .ifPresent(
                member -> {
                  members.add(member);
                  items.add(scalar(member));
                });
      }
    }
    return items;
  }

  private YamlTree.Sequence listed(YamlTree name, List<OwnedMember> members) {
    List<OwnedMember> all = listed.apply(name);
    members.addAll(all);
    return new YamlTree.Sequence(
        name.place(), all.stream().<YamlTree>map(MemberReader::scalar).toList());
  }

  private static YamlTree.Scalar scalar(OwnedMember member) {
    return new YamlTree.Scalar(member.place(), member.text(), false);
  }
}
