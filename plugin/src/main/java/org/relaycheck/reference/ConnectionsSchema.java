package org.relaycheck.reference;

import java.util.Map;
import org.relaycheck.live.SqlProperty;

/** The JSON Schema of the connections: through what each host is asked. */
public final class ConnectionsSchema {

  private static final Map<String, Object> NAMES = JsonSchema.ref("names");
  private static final Map<String, Object> AUTHS =
      JsonSchema.words("sql", "ntlm", "kerberos", "integrated", "entra");

  /** The text of the schema. */
  public String json() {
    SchemaKeys keys =
        new SchemaKeys()
            .with("defaults", "What holds where a host or a shell does not say it.", defaults())
            .with(
                "powershell",
                "Ways to an Exchange Management Shell, by name.",
                JsonSchema.mapOf(JsonSchema.ref("powershell")))
            .with("hosts", "Each host by the name that the server gives itself.", hosts());
    Map<String, Object> root = JsonSchema.mapping(keys.map(), "hosts");
    root.put("$defs", definitions());
    return JsonSchema.document("urn:relaycheck:connections:1", "Relay connections", root);
  }

  private static Map<String, Object> hosts() {
    Map<String, Object> hosts = JsonSchema.mapOf(JsonSchema.ref("host"));
    hosts.put(
        "properties",
        new SchemaKeys()
            .with(
                "file",
                "A file beside this one that lists SQL Servers, a line each; its first line may"
                    + " name columns such as host,sqlserver,port,credentials.",
                JsonSchema.anyOf(JsonSchema.text(), JsonSchema.ref("host")))
            .with(
                "registeredServers",
                "A central management server of SQL Server, whose registered servers are hosts.",
                JsonSchema.anyOf(JsonSchema.text(), JsonSchema.ref("host")))
            .with(
                "group",
                "The only group of registeredServers that is meant, with the groups inside it.",
                JsonSchema.anyOf(JsonSchema.text(), JsonSchema.ref("host")))
            .map());
    return hosts;
  }

  private static Map<String, Object> defaults() {
    return JsonSchema.mapping(
        new SchemaKeys()
            .with(
                "sqlserver",
                "Of each host with sqlserver; one that states auth states its login whole.",
                JsonSchema.mapping(
                    new SchemaKeys()
                        .with(login())
                        .only("credentials", "auth", "port", "deadline", "properties")
                        .map()))
            .with(
                "powershell",
                "Of each entry of powershell; one that states user states its login whole.",
                JsonSchema.mapping(
                    new SchemaKeys()
                        .with(machine())
                        .with(shell())
                        .only(
                            "credentials",
                            "user",
                            "port",
                            "knownHosts",
                            "endpoint",
                            "domainController",
                            "deadline")
                        .map()))
            .map());
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> port = Map.of("type", "integer", "minimum", 1, "maximum", 65535);
    Map<String, Object> span = Map.of("type", "string", "pattern", "^[0-9]");
    return new SchemaKeys()
        .with("powershell", powershell())
        .with("host", host())
        .with("port", JsonSchema.sorted(port))
        .with("names", JsonSchema.anyOf(JsonSchema.text(), JsonSchema.listOf(JsonSchema.text())))
        .with("span", JsonSchema.sorted(span))
        .text("credentials", "The id of a <server> in settings.xml; never the secret itself.")
        .map();
  }

  private static Map<String, Object> powershell() {
    Map<String, Object> way =
        JsonSchema.mapping(new SchemaKeys().with(machine()).with(shell()).map());
    way.put("oneOf", JsonSchema.each("ssh", "local"));
    way.put("dependentRequired", JsonSchema.only(machine(), "ssh", "local", "credentials"));
    return way;
  }

  private static Map<String, Object> machine() {
    return new SchemaKeys()
        .text("ssh", "The machine to log in to by SSH.")
        .with("local", "The shell of this machine.", Map.of("const", true))
        .text("fetch", "A file to fetch through SSH, which holds an answer.")
        .defined("port")
        .text("user", "The user to log in as, unless the credentials name one.")
        .defined("credentials")
        .text("hostKey", "The fingerprint that the machine must show, as SHA256:...")
        .text("knownHosts", "A file with the keys of known machines.")
        .text("jump", "The powershell entry with 'ssh' through which this machine is reached.")
        .map();
  }

  private static Map<String, Object> shell() {
    return new SchemaKeys()
        .text("endpoint", "The address of Exchange's PowerShell.")
        .with("edge", "The shell of the Edge server itself.", Map.of("const", true))
        .text("snapin", "The name of the local snap-in, which Microsoft does not support.")
        .text("domainController", "The one domain controller to ask.")
        .with("deadline", "How long an answer may take, such as 2m.", JsonSchema.ref("span"))
        .map();
  }

  private static Map<String, Object> host() {
    Map<String, Object> host =
        JsonSchema.mapping(new SchemaKeys().with(way()).with(login()).with(network()).map());
    host.put("oneOf", JsonSchema.each("powershell", "sqlserver", "recorded"));
    host.put("dependentRequired", JsonSchema.only(login(), "sqlserver"));
    return host;
  }

  private static Map<String, Object> properties() {
    SchemaKeys keys = new SchemaKeys();
    for (SqlProperty property : SqlProperty.values()) {
      Map<String, Object> form = Map.of("type", "string", "pattern", property.pattern());
      Map<String, Object> value =
          property.pattern().contains("true")
              ? JsonSchema.anyOf(Map.of("type", "boolean"), form)
              : form;
      // the order of Map.of is another in each run
      keys.with(property.title(), "This is " + property.hint() + ".", JsonSchema.sorted(value));
    }
    return JsonSchema.mapping(keys.map());
  }

  private static Map<String, Object> way() {
    Map<String, Object> age = JsonSchema.anyOf(JsonSchema.words("never"), JsonSchema.ref("span"));
    return new SchemaKeys()
        .with(
            "powershell",
            "The name of an entry of powershell, or such an entry.",
            JsonSchema.anyOf(JsonSchema.text(), JsonSchema.ref("powershell")))
        .text("sqlserver", "The SQL Server's address.")
        .text("recorded", "A file that holds an answer.")
        .text("server", "The name that the server gives itself, if the key is another.")
        .with(
            "maxAge",
            "How old an answer may be, such as 24h; never: a person confirms that it"
                + " is current.",
            age)
        .with(
            "complete",
            "Whether a person confirms that the answer lists everything.",
            Map.of("type", "boolean"))
        .map();
  }

  /** What only SQL Server takes here. */
  private static Map<String, Object> login() {
    return new SchemaKeys()
        .defined("port")
        .text("instance", "The SQL Server's instance, if its port is not stated.")
        .with("properties", "Properties of the connection.", properties())
        .with("auth", "How to log in at SQL Server; sql unless stated.", AUTHS)
        .defined("credentials")
        .with("deadline", "How long SQL Server may take, such as 2m.", JsonSchema.ref("span"))
        .map();
  }

  private static Map<String, Object> network() {
    return new SchemaKeys()
        .with("answers", "Names by which clients reach this server.", NAMES)
        .with("seenAs", "Addresses that a load balancer shows as source.", NAMES)
        .with("sendsFrom", "Addresses that it sends from.", NAMES)
        .with(
            "usualLoad",
            "How many connections are usually open at once: those of a sender, or on an Exchange"
                + " server those that all but one sender keep open.",
            Map.of("type", "integer"))
        .map();
  }
}
