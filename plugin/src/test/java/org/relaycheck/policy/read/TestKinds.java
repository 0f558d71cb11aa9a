package org.relaycheck.policy.read;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;
import org.relaycheck.value.Vocabulary;

/** Two kinds with a row of each type. */
public final class TestKinds {

  private static final Binding SET = new Binding.SetParameter();
  private static final Vocabulary ROLES =
      Vocabulary.empty().word("Hub", 1).word("Frontend", 2).word("Mailbox", 4);
  private static final Vocabulary METHODS =
      Vocabulary.empty()
          .word("None", 0)
          .word("Tls", 1)
          .word("Basic", 2)
          .computed("Custom", 4, "is added by the server when single rights are set");

  private static final Vocabulary USAGES = Vocabulary.empty().word("Custom", 1).word("Internal", 2);

  private static final Property<Duration> TARPIT =
      of("Tarpit", Types.SPAN).range("0", "00:10:00").because("", "", "");

  public static final List<KnownRule> RULES =
      List.of(
          new KnownRule("tarpit-on-relay", true, List.of(TARPIT)),
          new KnownRule("open-relay", false, List.of()));

  public static final Catalogue CONNECTORS =
      new Catalogue(
          "receiveConnectors",
          "receive connector",
          Product.EXCHANGE,
          List.of(
              of("MaxHops", Types.COUNT).range("1", "500").because("", "", ""),
              of("MaxConnections", Types.LIMIT).range("1", "unlimited").because("", "", ""),
              of("MaxSize", Types.SIZE).because("", "", ""),
              TARPIT,
              of("MaxWait", Types.SPAN).trait(SettingTrait.ZERO_IS_NO_LIMIT).because("", "", ""),
              of("Enabled", Types.FLAG).because("", "", ""),
              of("Role", Types.choice(ROLES)).because("", "", ""),
              of("Methods", Types.words(METHODS)).because("", "", ""),
              of("Banner", Types.TEXT).because("", "", ""),
              of("Fqdn", Types.EXACT_TEXT)
                  .allows(name -> name.spelling().length() <= 20, "at most 20 characters long")
                  .because("", "", ""),
              of("Tags", Types.TEXT_SET).because("", "", ""),
              of("Bindings", Types.BINDING_SET).because("", "", ""),
              of("Rights", Types.RIGHTS).because("", "", ""),
              of("Ranges", Types.ADDRESS_SET).because("", "", ""),
              Row.of("Usage", Types.choice(USAGES), new Binding.CreateOnly()).because("", "", ""),
              Row.of("setup", Types.FLAG, new Binding.Computed(from -> Raw.text("false")))
                  .trait(SettingTrait.WHERE_ONLY)
                  .because("", "", "")),
          Map.of("Name", "it is the key of the resource"));

  public static final Catalogue ACCOUNTS =
      new Catalogue(
          "mailAccounts",
          "mail account",
          Product.SQL_SERVER,
          List.of(
              of("server_name", Types.TEXT).because("", "", ""),
              of("timeout", Types.COUNT).range("1", "600").because("", "", "")),
          Map.of());

  private TestKinds() {}

  private static <T> Row<T> of(String name, ValueType<T> type) {
    return Row.of(name, type, SET);
  }
}
