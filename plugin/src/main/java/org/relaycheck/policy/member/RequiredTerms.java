package org.relaycheck.policy.member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** What a policy asks that each address that may send has beside it: {@code require: [owner]}. */
public final class RequiredTerms {

  /** The key of a policy. */
  public static final String KEY = "require";

  private static final Map<String, Function<OwnedMember, Optional<?>>> TERMS =
      Map.of(
          "owner", OwnedMember::owner,
          "ticket", OwnedMember::ticket,
          "until", OwnedMember::until,
          "why", OwnedMember::why);

  private final FileProblems problems;
  private final Set<String> required = new LinkedHashSet<>();

  public RequiredTerms(FileProblems problems) {
    this.problems = problems;
  }

  /** Takes what a file asks for. */
  public void read(YamlTree tree) {
    for (YamlTree.Scalar term : new NodeShape(problems).texts(tree, "'require'", "[owner]")) {
      if (MemberTerms.KEYS.contains(term.text())) {
        required.add(term.text());
      } else {
        problems.add(
            term.place(),
            "'"
                + term.text()
                + "' is nothing that an address has; expected some of "
                + String.join(", ", MemberTerms.KEYS)
                + Suggestion.ending(term.text(), MemberTerms.KEYS));
      }
    }
  }

  /** Tells each address that lacks something. */
  public void check(List<OwnedMember> addresses) {
    for (OwnedMember one : addresses) {
      List<String> lacking = new ArrayList<>(required);
      lacking.removeIf(
          term -> Optional.ofNullable(TERMS.get(term)).flatMap(has -> has.apply(one)).isPresent());
      if (!lacking.isEmpty()) {
        problems.add(
            one.place(),
            "'"
                + one.text()
                + "' has no "
                + String.join(" and no ", lacking)
                + ", which 'require' asks for; write it like {"
                + one.text()
                + ": {"
                + lacking.get(0)
                + ": "
                + (lacking.get(0).equals("until") ? "2027-03-31" : "...")
                + "}}");
      }
    }
  }
}
