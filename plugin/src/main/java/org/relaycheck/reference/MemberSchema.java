package org.relaycheck.reference;

import java.util.LinkedHashMap;
import java.util.Map;

/** The schema of what a policy says of single members of sets. */
final class MemberSchema {

  /** The name of the definition of a list in which something is said of a member. */
  static final String NAME = "ownedMembers";

  private MemberSchema() {}

  /** One of the things that can be said. */
  static Map<String, Object> term() {
    return JsonSchema.words("owner", "ticket", "until", "why");
  }

  static Map<String, Object> definitions() {
    Map<String, Object> listed =
        JsonSchema.mapping(new SchemaKeys().word("file", JsonSchema.text()).map(), "file");
    Map<String, Object> owned = JsonSchema.mapOf(JsonSchema.anyOf(JsonSchema.NOTHING, terms()));
    owned.put("minProperties", 1);
    Map<String, Object> item = JsonSchema.anyOf(JsonSchema.text(), listed, owned);
    Map<String, Object> members = new LinkedHashMap<>(JsonSchema.listOf(item));
    // a list of texts alone is one of the row's own, which knows its words
    members.put("contains", Map.of("type", "object"));
    return new SchemaKeys().with(NAME, members).map();
  }

  private static Map<String, Object> terms() {
    return JsonSchema.mapping(
        new SchemaKeys()
            .text("owner", "Who needs it.")
            .text("ticket", "Where it was agreed to.")
            .text("until", "The last day on which it is needed, such as 2027-03-31.")
            .text("why", "What for.")
            .map());
  }
}
