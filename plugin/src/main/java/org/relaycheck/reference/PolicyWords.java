package org.relaycheck.reference;

import java.util.List;
import java.util.Optional;

/** The keys and operators of the policy language, each with what it means and an example. */
public final class PolicyWords {

  private static final String OPERATOR = "An operator of the policy language";
  private static final String BESIDE = "A key that stands beside an operator";
  private static final String KEY = "A key of the policy language";

  private static final String WAIVER = "A key of the file of waivers";

  private static final List<Word> ALL =
      List.of(
          new Word(
              "is",
              OPERATOR,
              "The value has to be this one; a value alone says the same.",
              "Enabled: true"),
          new Word(
              "atLeast",
              OPERATOR,
              "The value has to be this one or more; unlimited is more than any number.",
              "MaxInboundConnectionPerSource: {atLeast: 100}"),
          new Word(
              "atMost",
              OPERATOR,
              "The value has to be this one or less; a 0 that means no limit counts as unlimited.",
              "MaxMessageSize: {atMost: 36MB}"),
          new Word(
              "between",
              OPERATOR,
              "The value has to lie between these two, which count as well.",
              "timeout: {between: [60, 300]}"),
          new Word(
              "oneOf",
              OPERATOR,
              "The value has to be one of these; null among them allows an empty one.",
              "ProtocolLoggingLevel: {oneOf: [None, Verbose]}"),
          new Word(
              "not",
              OPERATOR,
              "The value may be any but this one.",
              "TransportRole: {not: HubTransport}"),
          new Word(
              "matches",
              OPERATOR,
              "The whole text has to match this Java regular expression; a script needs 'set'"
                  + " beside it.",
              "Banner: {matches: '220 .*', set: '220 SMTP Server Ready'}"),
          new Word(
              "contains",
              OPERATOR,
              "The list has to have these elements, whatever else it has; addresses have to be"
                  + " covered.",
              "RemoteIPRanges: {contains: 10.20.4.11}"),
          new Word(
              "excludes",
              OPERATOR,
              "The list may not have these elements; addresses may not overlap.",
              "PermissionGroups: {excludes: AnonymousUsers}"),
          new Word(
              "any",
              OPERATOR,
              "Cancels what was inherited: any value is accepted.",
              "Banner: {any: true}"),
          new Word(
              "set",
              BESIDE,
              "The value that a script writes, where the operator allows several.",
              "timeout: {atLeast: 120, set: 180}"),
          new Word(
              "severity",
              BESIDE,
              "The severity of a difference: ignore, warning or error; error unless stated.",
              "Banner: {matches: '220 .*', severity: warning}"),
          new Word(
              "why",
              BESIDE,
              "The reason, which reports repeat.",
              "Enabled: {is: true, why: 'month end'}"),
          new Word(
              "remediation",
              BESIDE,
              "Who fixes a difference: a script, or a person (by-hand).",
              "RemoteIPRanges: {is: [10.20.4.0/24], remediation: by-hand}"),
          new Word(
              "file",
              BESIDE,
              "The members of a set from a file beside: address, owner, ticket, until, comment.",
              "RemoteIPRanges: {file: senders.csv}"),
          new Word(
              "ticket",
              BESIDE,
              "Where it was agreed to that a set has this member; beside owner, until and why.",
              "RemoteIPRanges: [{10.20.4.11: {owner: billing, ticket: CHG-4711}}]"),
          new Word(
              "require",
              KEY,
              "What each address must have beside it: owner, ticket, until, why.",
              "require: [owner]"),
          new Word(
              "include",
              KEY,
              "Files or presets that this file builds on; what it states itself is stronger.",
              "include: [preset:bulk-relay]"),
          new Word("groups", KEY, "Hosts under one name.", "groups: {hubs: [EX01, EX02]}"),
          new Word(
              "templates",
              KEY,
              "Named groups of settings, by kind, which 'like' takes over.",
              "templates: {receiveConnectors: {bulk: {MaxInboundConnection: 5000}}}"),
          new Word(
              "baselines",
              KEY,
              "What must hold for every resource that is there, beside what the policy says of"
                  + " it by name.",
              "baselines: [{like: bulk, hosts: hubs, where: {TransportRole: FrontendTransport}}]"),
          new Word(
              "rules",
              KEY,
              "The severity of a rule between settings, by its id.",
              "rules: {per-source-limit: error}"),
          new Word(
              "unlisted",
              KEY,
              "The severity of a resource on a host that no policy names.",
              "unlisted: {receiveConnectors: warning}"),
          new Word(
              "hosts",
              KEY,
              "Which hosts a statement is for: a host, a group, all of the kind, or a list of"
                  + " these.",
              "SQL Relay: {hosts: [EX01, EX02]}"),
          new Word(
              "at",
              KEY,
              "What differs on a host or on the hosts of a group.",
              "at: {EX02: {MaxInboundConnection: 2000}}"),
          new Word("like", KEY, "Templates whose settings hold here.", "like: [bulk-relay, bulk]"),
          new Word(
              "state",
              KEY,
              "Whether the resource has to exist: present, unless 'absent' is stated.",
              "Old relay: {hosts: EX01, state: absent}"),
          new Word(
              "optional",
              KEY,
              "Whether there may be no such host; else that is an error.",
              "SQL Relay: {hosts: hubs, optional: true}"),
          new Word(
              "create",
              KEY,
              "Settings that can be given only when a resource is created.",
              "create: {Usage: Custom}"),
          new Word(
              "where",
              KEY,
              "Settings that a resource must have for a baseline to apply to it.",
              "where: {TransportRole: FrontendTransport}"),
          new Word("version", KEY, "The version of the language: 1, in each file.", "version: 1"),
          new Word(
              "{host}",
              "A mark in names and values of the policy language",
              "The name that the server gives itself.",
              "'Default Frontend {host}': {hosts: all, Fqdn: '{host}.corp.example'}"),
          new Word(
              "accepted",
              WAIVER,
              "The value that is accepted, and no other; of a rule the values that break it, or"
                  + " broken where none does; else present or absent.",
              "accepted: 30"),
          new Word(
              "until",
              WAIVER,
              "The last day on which it holds; within a year, and 14 days for maintenance.",
              "until: 2026-12-31"),
          new Word(
              "maintenance",
              WAIVER,
              "Hosts that are not asked until a day, because somebody works on them.",
              "maintenance: [{hosts: EX02, until: 2026-12-04, reason: storage, owner: mail team}]"));

  private PolicyWords() {}

  /**
   * A word of the language.
   *
   * @param name as a policy has it
   * @param role what sort of word it is
   * @param meaning what it says, in a sentence
   * @param example a line of a policy that has it
   */
  public record Word(String name, String role, String meaning, String example) {}

  static List<Word> all() {
    return ALL;
  }

  /** All words. */
  public static List<String> names() {
    return ALL.stream().map(Word::name).toList();
  }

  /** What a word means, without regard to case; empty if it is none of the language. */
  public static Optional<Word> of(String name) {
    return ALL.stream().filter(word -> word.name().equalsIgnoreCase(name)).findFirst();
  }
}
