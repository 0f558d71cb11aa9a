package org.relaycheck.value.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Members;
import org.relaycheck.value.Plural;
import org.relaycheck.value.Seen;

/** A set of IP addresses in any mix of single addresses, ranges, CIDR and masks. */
public final class AddressSetType extends Plural<AddressSet> {

  public AddressSetType() {
    super("\\s*,\\s*");
  }

  @Override
  protected Seen<AddressSet> parse(List<String> pieces) {
    List<AddressRange> ranges = new ArrayList<>();
    for (String piece : pieces) {
      Optional<AddressRange> range = AddressRange.parse(piece);
      if (range.isEmpty()) {
        return Seen.notUnderstood("'" + piece + "' is not " + hint());
      }
      ranges.add(range.get());
    }
    return Seen.of(AddressSet.of(ranges));
  }

  @Override
  public String show(AddressSet value) {
    return String.join(", ", value.spelled());
  }

  @Override
  public Literal write(AddressSet value) {
    return Literal.Items.of(value.spelled());
  }

  @Override
  public String hint() {
    return "an address such as 10.0.4.11, 10.0.4.0/24 or 10.0.4.0-10.0.4.99";
  }

  @Override
  public String word() {
    return "addresses";
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> text = Map.of("type", "string");
    return Map.of("anyOf", List.of(text, Map.of("type", "array", "items", text)));
  }

  @Override
  public Optional<Members<AddressSet>> members() {
    return Optional.of(new AddressMembers());
  }
}
