package org.relaycheck.standin.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.standin.powershell.Cmdlets;
import org.relaycheck.standin.powershell.Fault;
import org.relaycheck.standin.powershell.Hash;
import org.relaycheck.standin.powershell.Strange;
import org.relaycheck.standin.powershell.Thing;

/**
 * A model of an Exchange organisation that runs its cmdlets: connectors and their access lists,
 * with the habits of the real one that scripts must survive.
 */
public final class Organisation implements Cmdlets {

  public static final String SERVERS = "S-1-5-21-1-2-3-1110";
  public static final String CONTROLLER = "dc1.corp.example";

  /** A domain whose accounts its access lists do not show as SIDs to those who read them. */
  private static final String NAMED = "EXAMPLE\\";

  /** How the server spells accounts. */
  private static final Map<String, String> ACCOUNTS = new LinkedHashMap<>();

  /** How Windows spells them where the script runs, if otherwise. */
  private static final Map<String, String> HERE =
      Map.of("S-1-5-7", "NT-AUTORITÄT\\ANONYMOUS-ANMELDUNG");

  static {
    ACCOUNTS.put("S-1-5-7", "NT AUTHORITY\\ANONYMOUS LOGON");
    ACCOUNTS.put("S-1-5-21-9-8-7-1201", NAMED + "Relay Senders");
    ACCOUNTS.put("S-1-5-21-1-2-3-500", "CORP\\Administrator");
    ACCOUNTS.put("S-1-5-11", "NT AUTHORITY\\Authenticated Users");
    ACCOUNTS.put(SERVERS, "CORP\\Exchange Servers");
    ACCOUNTS.put("S-1-5-21-1-2-3-1111", "CORP\\ExchangeLegacyInterop");
    ACCOUNTS.put("S-1-5-21-1-2-3-1200", "CORP\\Relay Senders\u2019");
    ACCOUNTS.put(
        "S-1-9-1419165041-1139599005-3936102811-1022490595-10", "MS Exchange\\Partner Servers");
  }

  private static final Set<String> CMDLETS =
      Set.of(
          "Get-ReceiveConnector",
          "Set-ReceiveConnector",
          "New-ReceiveConnector",
          "Remove-ReceiveConnector",
          "Get-ADPermission",
          "Add-ADPermission",
          "Remove-ADPermission");

  private final Set<String> withheld = new HashSet<>();
  private final List<Connector> connectors = new ArrayList<>();
  private final boolean edge;
  private final boolean losesEntries;
  private final Set<String> lacking;
  private final List<String> writes = new ArrayList<>();
  private final Map<Integer, Runnable> meanwhile = new TreeMap<>();
  private final Map<String, Runnable> afterwards = new TreeMap<>();
  private int reads;

  /**
   * An organisation without connectors.
   *
   * @param losesEntries whether a change of the groups drops entries that are nobody's group's, of
   *     which no document tells
   * @param lacking settings that its version does not have
   */
  public Organisation(boolean edge, boolean losesEntries, Set<String> lacking) {
    this.edge = edge;
    this.losesEntries = losesEntries;
    this.lacking = lacking;
  }

  /** A connector with the settings of a fresh one, and these. */
  public Connector add(String server, String name, Map<String, Object> settings) {
    Connector connector = Fresh.connector(server, name, settings, lacking);
    connectors.add(connector);
    regroup(connector, "None");
    return connector;
  }

  public Connector connector(String server, String name) {
    return connectors.stream()
        .filter(c -> c.server.equals(server) && c.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  public List<Connector> connectors() {
    return connectors;
  }

  /**
   * The settings as Get- prints them, and the connector's own entries as a collector tells them.
   */
  public Map<String, Object> shown(Connector connector) {
    Map<String, Object> all = new TreeMap<>(connector.settings);
    all.computeIfPresent("PermissionGroups", (name, value) -> groups(connector));
    all.put(
        "ExtendedRights",
        connector.entries.stream()
            .filter(entry -> !entry.inherited())
            .map(
                entry ->
                    (entry.allow() ? "allow " : "deny ") + told(entry.sid()) + " " + entry.right())
            .toList());
    return all;
  }

  private static String told(String sid) {
    String account = ACCOUNTS.getOrDefault(sid, sid);
    return account.startsWith(NAMED) ? account : sid;
  }

  private static String groups(Connector connector) {
    String text = (String) connector.get("PermissionGroups");
    return custom(connector).isEmpty() ? text : text.equals("None") ? "Custom" : text + ", Custom";
  }

  /** Everything, for comparison. */
  public Map<String, Object> state() {
    Map<String, Object> all = new TreeMap<>();
    connectors.forEach(c -> all.put(c.server + "\\" + c.name, c.state()));
    return all;
  }

  /** Cmdlets that changed something, since the last call. */
  public List<String> writes() {
    List<String> all = List.copyOf(writes);
    writes.clear();
    return all;
  }

  /**
   * Something that happens before the first reading cmdlet after this one has changed something.
   */
  public void after(String cmdlet, Runnable event) {
    afterwards.put(cmdlet, event);
  }

  /** Something that happens before the nth reading cmdlet from now, from 1. */
  public void meanwhile(int read, Runnable event) {
    meanwhile.put(reads + read, event);
  }

  @Override
  public List<Object> run(String cmdlet, Hash parameters) {
    if (!has(cmdlet)) {
      throw new Fault("The term '" + cmdlet + "' is not recognized as the name of a cmdlet.");
    }
    common(cmdlet, parameters);
    if (cmdlet.startsWith("Get-")) {
      reads++;
      Runnable event = meanwhile.remove(reads);
      if (event != null) {
        event.run();
      }
    } else if (!Boolean.FALSE.equals(parameters.get("Confirm"))) {
      throw new Strange(cmdlet + " would ask a person");
    } else {
      parameters.remove("Confirm");
      Runnable event = afterwards.remove(cmdlet);
      if (event != null) {
        meanwhile(1, event);
      }
    }
    switch (cmdlet) {
      case "Get-ReceiveConnector":
        return get(parameters);
      case "Get-ADPermission":
        return permissions(parameters);
      case "Set-ReceiveConnector":
        return set(parameters);
      case "New-ReceiveConnector":
        return create(parameters);
      case "Remove-ReceiveConnector":
        connectors.remove(only(parameters));
        writes.add("Remove-ReceiveConnector");
        return List.of();
      case "Add-ADPermission":
        return permit(parameters, true);
      case "Remove-ADPermission":
        return permit(parameters, false);
      default:
        throw new Strange("no cmdlet " + cmdlet);
    }
  }

  /** Every call stops at errors, and goes to the one domain controller; an Edge server has none. */
  private void common(String cmdlet, Hash parameters) {
    if (!"Stop".equals(parameters.get("ErrorAction"))) {
      throw new Strange(cmdlet + " does not stop at errors");
    }
    Object controller = parameters.get("DomainController");
    boolean first = reads == 0 && controller == null && cmdlet.equals("Get-ReceiveConnector");
    if (edge ? controller != null : !first && !CONTROLLER.equals(controller)) {
      throw new Strange(cmdlet + " asks domain controller " + controller);
    }
    parameters.remove("ErrorAction");
    parameters.remove("DomainController");
  }

  /** An identity that is not known brings everything. */
  private List<Object> get(Hash parameters) {
    String server = (String) parameters.get("Server");
    String identity = (String) parameters.get("Identity");
    List<Connector> found =
        connectors.stream()
            .filter(c -> server == null || c.server.equalsIgnoreCase(server))
            .filter(c -> identity == null || dn(c).equals(identity))
            .toList();
    return (identity != null && found.isEmpty() ? connectors : found)
        .stream().map(this::thing).collect(Collectors.toList());
  }

  static String dn(Connector connector) {
    return "CN="
        + connector.name.replaceAll("([,+\"\\\\<>;=])", "\\\\$1")
        + ",CN=SMTP Receive Connectors,CN=Protocols,CN="
        + connector.server
        + ",CN=Servers,DC=corp,DC=example";
  }

  private Object thing(Connector connector) {
    Hash all = new Hash();
    all.put("Identity", new Thing(connector.server + "\\" + connector.name, new Hash()));
    all.put("Name", connector.name);
    all.put("DistinguishedName", dn(connector));
    all.put("OriginatingServer", edge ? "localhost" : CONTROLLER);
    connector.settings.forEach((name, value) -> all.put(name, shown(connector, name, value)));
    return Thing.of(all);
  }

  private static Object shown(Connector connector, String name, Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(one -> new Thing((String) one, new Hash()))
          .collect(Collectors.toList());
    }
    if (Formats.flag(name)) {
      return value.equals("True");
    }
    return new Thing(
        name.equals("PermissionGroups") ? groups(connector) : (String) value, new Hash());
  }

  /** Entries that no group of the connector explains. */
  private static List<Entry> custom(Connector connector) {
    List<Entry> grouped = ofGroups((String) connector.get("PermissionGroups"));
    return connector.entries.stream()
        .filter(entry -> !entry.inherited() && !has(grouped, entry))
        .toList();
  }

  private static List<Entry> ofGroups(String groups) {
    return Stream.of(groups.split(", "))
        .flatMap(group -> Groups.ENTRIES.getOrDefault(group, List.of()).stream())
        .toList();
  }

  private static boolean has(List<Entry> entries, Entry entry) {
    return entries.stream().anyMatch(one -> one.key().equals(entry.key()));
  }

  private void regroup(Connector connector, String before) {
    List<Entry> old = ofGroups(before);
    connector.entries.removeIf(entry -> !entry.inherited() && (losesEntries || has(old, entry)));
    for (Entry entry : ofGroups((String) connector.get("PermissionGroups"))) {
      if (!has(connector.entries, entry)) {
        connector.entries.add(entry);
      }
    }
    Entry inherited = new Entry(true, SERVERS, "ms-Exch-Store-Read", true);
    if (!has(connector.entries, inherited)) {
      connector.entries.add(inherited);
    }
  }

  private List<Object> permissions(Hash parameters) {
    String identity = (String) parameters.get("Identity");
    List<Connector> named =
        connectors.stream().filter(c -> dn(c).equals(identity) || c.name.equals(identity)).toList();
    return (named.isEmpty() ? connectors : named)
        .stream()
            .flatMap(c -> c.entries.stream())
            .map(Organisation::thing)
            .collect(Collectors.toList());
  }

  private static Object thing(Entry entry) {
    Hash user = new Hash();
    if (entry.sid().endsWith("-1110")) {
      user.put("SecurityIdentifier", new Thing(entry.sid(), new Hash()));
    }
    return Thing.of(
        new Hash()
            .put("User", new Thing(ACCOUNTS.getOrDefault(entry.sid(), entry.sid()), user))
            .put("Deny", !entry.allow())
            .put("IsInherited", entry.inherited())
            .put("ExtendedRights", List.of(new Thing(entry.right(), new Hash()))));
  }

  private Connector only(Hash parameters) {
    String identity = (String) parameters.get("Identity");
    List<Connector> found = connectors.stream().filter(c -> dn(c).equals(identity)).toList();
    if (found.size() != 1) {
      throw new Strange("written by an identity of " + found.size() + ": " + identity);
    }
    parameters.remove("Identity");
    return found.get(0);
  }

  private List<Object> set(Hash parameters) {
    Connector connector = only(parameters);
    Connector after = connector.copy();
    apply(parameters, after);
    check(after, connector);
    String before = (String) connector.get("PermissionGroups");
    connector.settings.putAll(after.settings);
    if (parameters.has("PermissionGroups")) {
      regroup(connector, before);
    }
    writes.add(
        "Set-ReceiveConnector " + String.join(" ", new java.util.TreeSet<>(parameters.names())));
    return List.of();
  }

  private void apply(Hash parameters, Connector connector) {
    for (String name : parameters.names()) {
      if (!Formats.known(name) || lacking.contains(name)) {
        throw new Fault("A parameter cannot be found that matches parameter name '" + name + "'.");
      }
      connector.settings.put(name, Formats.printed(name, parameters.get(name)));
    }
  }

  private void check(Connector connector, Connector but) {
    List<Connector> others =
        connectors.stream().filter(c -> c != but && c.server.equals(connector.server)).toList();
    Refusals.check(connector, others, edge);
  }

  private List<Object> create(Hash parameters) {
    String server = (String) parameters.get("Server");
    String name = (String) parameters.get("Name");
    String usage = (String) parameters.get("Usage");
    boolean taken =
        connectors.stream().anyMatch(c -> c.server.equals(server) && c.name.equalsIgnoreCase(name));
    if (taken || name.length() > 64) {
      throw new Fault("The connector cannot be made: " + name);
    }
    List.of("Server", "Name", "Usage").forEach(parameters::remove);
    for (String only : List.of("BareLinefeedRejectionEnabled", "SmtpUtf8Enabled")) {
      if (parameters.has(only)) {
        throw new Fault("A parameter cannot be found that matches parameter name '" + only + "'.");
      }
    }
    boolean ownBindings = usage.equals("Client") || usage.equals("Internal");
    if (ownBindings == parameters.has("Bindings")
        || usage.equals("Internet") == parameters.has("RemoteIPRanges")) {
      throw new Fault("Bindings and RemoteIPRanges do not go with usage " + usage);
    }
    Connector connector = Fresh.connector(server, name, Map.of(), lacking);
    apply(parameters, connector);
    check(connector, connector);
    connectors.add(connector);
    regroup(connector, "None");
    writes.add("New-ReceiveConnector Enabled=" + connector.get("Enabled"));
    return List.of(thing(connector));
  }

  private List<Object> permit(Hash parameters, boolean add) {
    Connector connector = only(parameters);
    boolean allow = !Boolean.TRUE.equals(parameters.get("Deny"));
    String user = (String) parameters.get("User");
    String sid =
        ACCOUNTS.containsKey(user) ? user : account(user, List.copyOf(ACCOUNTS.entrySet()));
    Entry entry = new Entry(allow, sid, (String) parameters.get("ExtendedRights"), false);
    boolean there = has(connector.entries, entry);
    if (add == there) {
      throw new Fault("The entry is " + (there ? "there already" : "not there"));
    }
    if (add) {
      connector.entries.add(entry);
    } else {
      connector.entries.removeIf(one -> one.key().equals(entry.key()));
    }
    writes.add((add ? "Add-ADPermission " : "Remove-ADPermission ") + entry.right());
    return List.of();
  }

  /** A cmdlet that the role of the account does not have. */
  public void withhold(String cmdlet) {
    withheld.add(cmdlet);
  }

  @Override
  public boolean has(String cmdlet) {
    return CMDLETS.contains(cmdlet) && !withheld.contains(cmdlet);
  }

  @Override
  public String sid(String account) {
    Map<String, String> here = new LinkedHashMap<>(ACCOUNTS);
    here.putAll(HERE);
    return account(account, List.copyOf(here.entrySet()));
  }

  private static String account(String name, List<Map.Entry<String, String>> accounts) {
    return accounts.stream()
        .filter(one -> one.getValue().equalsIgnoreCase(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new Fault("There is no account " + name));
  }

  @Override
  public String account(String sid) {
    if (!ACCOUNTS.containsKey(sid)) {
      throw new Fault("Some or all identity references could not be translated.");
    }
    return HERE.getOrDefault(sid, ACCOUNTS.get(sid));
  }
}
