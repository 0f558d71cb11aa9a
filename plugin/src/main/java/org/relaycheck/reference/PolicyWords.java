package org.relaycheck.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys and operators of the policy language, each with what it means and an example. */
public final class PolicyWords {

  private static final Map<String, Word> ALL = all();

  private PolicyWords() {}

  /**
   * A word of the language.
   *
   * @param role what sort of word it is
   * @param meaning what it says, in a sentence
   * @param example a line of a policy that has it
   */
  public record Word(String role, String meaning, String example) {}

  /** All words. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** What a word means; empty if it is none of the language. */
  public static Optional<Word> of(String word) {
    return Optional.ofNullable(ALL.get(word));
  }

  private static Map<String, Word> all() {
    Map<String, Word> all = new LinkedHashMap<>();
    operator(all, "is", "The value has to be this one; a value alone says the same.", "Enabled: true");
    operator(
        all,
        "atLeast",
        "The value has to be this one or more; unlimited is more than any number.",
        "MaxInboundConnectionPerSource: {atLeast: 100}");
    operator(
        all,
        "atMost",
        "The value has to be this one or less; a 0 that means no limit counts as unlimited.",
        "MaxMessageSize: {atMost: 36MB}");
    operator(
        all,
        "between",
        "The value has to lie between these two, which count as well.",
        "timeout: {between: [60, 300]}");
    operator(
        all,
        "oneOf",
        "The value has to be one of these; null among them allows an empty one.",
        "ProtocolLoggingLevel: {oneOf: [None, Verbose]}");
    operator(
        all, "not", "The value may be any but this one.", "TransportRole: {not: HubTransport}");
    operator(
        all,
        "matches",
        "The whole text has to match this Java regular expression; a script needs 'set' beside it.",
        "Banner: {matches: '220 .*', set: '220 SMTP Server Ready'}");
    operator(
        all,
        "contains",
        "The list has to have these elements, whatever else it has; addresses have to be covered.",
        "RemoteIPRanges: {contains: 10.20.4.11}");
    operator(
        all,
        "excludes",
        "The list may not have these elements; addresses may not overlap.",
        "PermissionGroups: {excludes: AnonymousUsers}");
    operator(
        all, "any", "Takes back what was inherited: any value will do.", "Banner: {any: true}");
    beside(
        all,
        "set",
        "What a script writes where the operator alone does not say it.",
        "timeout: {atLeast: 120, set: 180}");
    beside(
        all,
        "severity",
        "How much a difference matters: ignore, warning or error; error unless stated.",
        "Banner: {matches: '220 .*', severity: warning}");
    beside(all, "why", "The reason, which reports repeat.", "Enabled: {is: true, why: 'month end'}");
    beside(
        all,
        "remedy",
        "Who fixes a difference: a script, or a person (by-hand).",
        "RemoteIPRanges: {is: [10.20.4.0/24], remedy: by-hand}");
    key(all, "include", "Files or presets over which this file is laid.", "include: [preset:bulk-relay]");
    key(all, "groups", "Hosts under one name.", "groups: {hubs: [EX01, EX02]}");
    key(
        all,
        "templates",
        "Settings to be 'like', by kind and name.",
        "templates: {receiveConnectors: {bulk: {MaxInboundConnection: 5000}}}");
    key(
        all,
        "baselines",
        "What must hold for whatever is there, beside what the policy says of it by name.",
        "baselines: [{like: bulk, hosts: hubs, where: {TransportRole: FrontendTransport}}]");
    key(
        all,
        "rules",
        "How much a rule between settings matters, by its id.",
        "rules: {per-source-limit: error}");
    key(
        all,
        "unlisted",
        "How much it matters that a host has a resource that no policy names.",
        "unlisted: {receiveConnectors: warning}");
    key(
        all,
        "hosts",
        "Which hosts a statement is for: a host, a group, all of the kind, or a list of these.",
        "SQL Relay: {hosts: [EX01, EX02]}");
    key(
        all,
        "at",
        "What differs on a host or on the hosts of a group.",
        "at: {EX02: {MaxInboundConnection: 2000}}");
    key(all, "like", "Templates whose settings hold here.", "like: [bulk-relay, bulk]");
    key(
        all,
        "state",
        "Whether the resource is to be there: present, unless 'absent' is stated.",
        "Old relay: {hosts: EX01, state: absent}");
    key(
        all,
        "optional",
        "Whether a statement may be for no host at all; else that is an error.",
        "SQL Relay: {hosts: hubs, optional: true}");
    key(
        all,
        "create",
        "Settings that are taken only when a resource is made.",
        "create: {Usage: Custom}");
    key(
        all,
        "where",
        "What a resource must show for a baseline to be for it.",
        "where: {TransportRole: FrontendTransport}");
    return all;
  }

  private static void operator(Map<String, Word> all, String name, String meaning, String line) {
    all.put(name, new Word("An operator of the policy language", meaning, line));
  }

  private static void beside(Map<String, Word> all, String name, String meaning, String line) {
    all.put(name, new Word("A key that stands beside an operator", meaning, line));
  }

  private static void key(Map<String, Word> all, String name, String meaning, String line) {
    all.put(name, new Word("A key of the policy language", meaning, line));
  }
}
