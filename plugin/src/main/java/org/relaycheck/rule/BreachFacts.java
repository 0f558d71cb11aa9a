package org.relaycheck.rule;

import java.util.List;
import java.util.Set;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.state.BreachValue;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Size;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;
import org.relaycheck.value.address.AddressSet;

/** What breaks rules besides settings; the names are keys of waivers and never change. */
public final class BreachFacts {

  /** The connections that a server or a sender usually has. */
  public static final Property<Long> USUAL_LOAD = fact("usualLoad", Types.COUNT);

  /** The address that a balancer shows. */
  public static final Property<AddressSet> SEEN_AS = fact("seenAs", Types.ADDRESS_SET);

  /** The size that gets through. */
  public static final Property<Size> SIZE_CAP = fact("sizeCap", Types.SIZE);

  /** The organisation's limit. */
  public static final Property<Limit> RECIPIENT_CAP =
      fact("MaxRecipientEnvelopeLimit", Types.LIMIT);

  /** The last day of a certificate. */
  public static final Property<Text> CERTIFICATE_END = fact("certificateUntil", Types.TEXT);

  /** The days that are left at most. */
  public static final Property<Long> DAYS_LEFT = fact("daysLeft", Types.COUNT);

  /** Whether the day has passed on which a login ends. */
  public static final Property<Boolean> LOGIN_ENDED = fact("loginEnded", Types.FLAG);

  /** The hosts that lack a resource. */
  public static final Property<Set<Text>> MISSING_ON = fact("missingOn", Types.TEXT_SET);

  /** The connectors that answer an account. */
  public static final Property<Set<Text>> ANSWERED_BY = fact("answeredBy", Types.TEXT_SET);

  /** The connectors that are meant to. */
  public static final Property<Set<Text>> MEANT = fact("meant", Types.TEXT_SET);

  /** What is allowed until a day, each with that day. */
  public static final Property<Set<Text>> ALLOWED = fact("allowed", Types.TEXT_SET);

  private BreachFacts() {}

  /** Names as the value of a fact. */
  public static BreachValue<Set<Text>> names(Property<Set<Text>> fact, List<String> names) {
    return new BreachValue<>("", fact, Types.TEXT_SET.read(Raw.items(names)).known());
  }

  private static <T> Property<T> fact(String name, ValueType<T> type) {
    return Row.of(name, type, new Binding.ReadOnly()).because("", "", "");
  }
}
