package org.relaycheck.standin.powershell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversions, operators, and the members of .NET types that scripts may use. */
final class Values {

  private static final Pattern SPAN =
      Pattern.compile("(-?)(?:(\\d+)\\.)?(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,7}))?");

  private Values() {}

  /** A name of a type, as in {@code [string]}. */
  record Type(String name) {}

  /** An account of Windows, by name or by SID. */
  record Account(String text, boolean sid) {}

  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Thing thing) {
      return thing.text();
    }
    if (value instanceof String || value instanceof Long || value instanceof Character) {
      return value.toString();
    }
    throw new Strange("no text of " + value.getClass());
  }

  static boolean truth(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new Strange("not a condition: " + value);
  }

  static Object cast(String type, Object value) {
    switch (type.toUpperCase(Locale.ROOT)) {
      case "STRING":
        return text(value);
      case "CHAR":
        return (char) ((Long) value).intValue();
      case "STRING[]":
        return new Array(((List<?>) value).stream().map(Values::text).toList());
      case "VOID":
        return Output.VOID;
      default:
        throw new Strange("no cast to " + type);
    }
  }

  static Object add(Object left, Object right) {
    if (left instanceof String text && !(right instanceof List)) {
      return text + text(right);
    }
    if (left instanceof Long a && right instanceof Long b) {
      return a + b;
    }
    throw new Strange("cannot add " + right + " to " + left);
  }

  static boolean equal(Object left, Object right) {
    if (left == null) {
      return right == null;
    }
    if (left instanceof String text && (right instanceof String || right == null)) {
      return right != null && text.equalsIgnoreCase((String) right);
    }
    if (left instanceof Long && right instanceof Long) {
      return left.equals(right);
    }
    throw new Strange("cannot compare " + left + " with " + right);
  }

  static Object index(Object target, Object key) {
    if (target instanceof Hash hash) {
      return hash.get((String) key);
    }
    if (target instanceof List<?> list) {
      return list.get(((Long) key).intValue());
    }
    throw new Strange("no index of " + target);
  }

  static Object property(Object target, String name) {
    if (name.equals("PSObject")) {
      return Thing.of(new Hash().put("Properties", properties(target)));
    }
    if (name.equals("Count") && target instanceof List<?> list) {
      return (long) list.size();
    }
    if (name.equals("Length") && target instanceof String text) {
      return (long) text.length();
    }
    if (name.equals("Count") && target instanceof Hash hash) {
      return (long) hash.size();
    }
    if (name.equals("Ticks") && target instanceof Duration span) {
      return new BigDecimal(span.getSeconds())
          .multiply(BigDecimal.valueOf(10_000_000))
          .add(BigDecimal.valueOf(span.getNano() / 100))
          .longValueExact();
    }
    if (target instanceof Thing thing && thing.properties().has(name)) {
      return thing.properties().get(name);
    }
    throw new Strange("no property " + name + " of " + target);
  }

  private static Hash properties(Object target) {
    Hash all = new Hash();
    if (target instanceof Thing thing) {
      for (String name : thing.properties().names()) {
        all.put(name, Thing.of(new Hash().put("Value", thing.properties().get(name))));
      }
    }
    return all;
  }

  static Object staticProperty(String type, String name) {
    if (type.equals("StringComparer") && name.equals("Ordinal")) {
      return new Type("Ordinal");
    }
    throw new Strange("no [" + type + "]::" + name);
  }

  static Object call(String type, String method, List<Object> arguments) {
    switch (type + "::" + method) {
      case "string::CompareOrdinal":
        return (long) ((String) arguments.get(0)).compareTo((String) arguments.get(1));
      case "string::Join":
        List<String> texts = new ArrayList<>();
        ((List<?>) arguments.get(1)).forEach(one -> texts.add((String) one));
        return String.join((String) arguments.get(0), texts);
      case "regex::Replace":
        return ((String) arguments.get(0))
            .replaceAll((String) arguments.get(1), (String) arguments.get(2));
      case "TimeSpan::Parse":
        return span((String) arguments.get(0));
      default:
        throw new Strange("no [" + type + "]::" + method);
    }
  }

  static Duration span(String text) {
    Matcher form = SPAN.matcher(text);
    if (!form.matches()) {
      throw new Fault("String was not recognized as a valid TimeSpan.");
    }
    String fraction = form.group(6) == null ? "" : form.group(6);
    Duration span =
        Duration.ofDays(form.group(2) == null ? 0 : Long.parseLong(form.group(2)))
            .plusHours(Long.parseLong(form.group(3)))
            .plusMinutes(Long.parseLong(form.group(4)))
            .plusSeconds(Long.parseLong(form.group(5)))
            .plusNanos(Long.parseLong((fraction + "0000000").substring(0, 7)) * 100);
    return form.group(1).isEmpty() ? span : span.negated();
  }

  @SuppressWarnings("unchecked") // lists that a script makes hold anything
  static Object call(Object target, String method, List<Object> arguments, Cmdlets system) {
    if (target instanceof String text) {
      return ofText(text, method, arguments);
    }
    if (target instanceof ArrayList<?> list) {
      return ofList((ArrayList<Object>) list, method, arguments);
    }
    if (target instanceof Hash hash && method.equals("Contains")) {
      return hash.has((String) arguments.get(0));
    }
    if (target instanceof Hash hash && method.equals("Clear")) {
      hash.clear();
      return Output.VOID;
    }
    if (target instanceof Account account && method.equals("Translate")) {
      String to = ((Type) arguments.get(0)).name();
      if (account.sid() == to.endsWith("SecurityIdentifier")) {
        throw new Strange("translated to itself");
      }
      return new Thing(
          account.sid() ? system.account(account.text()) : system.sid(account.text()), new Hash());
    }
    throw new Strange("no method " + method + " of " + target);
  }

  private static Object ofText(String text, String method, List<Object> arguments) {
    switch (method + arguments.size()) {
      case "IndexOf1":
        return (long) text.indexOf((Character) arguments.get(0));
      case "Substring1":
        return text.substring(((Long) arguments.get(0)).intValue());
      case "Substring2":
        int from = ((Long) arguments.get(0)).intValue();
        return text.substring(from, from + ((Long) arguments.get(1)).intValue());
      case "Trim0":
        return text.strip();
      case "ToUpperInvariant0":
        int[] upper = text.chars().map(c -> Character.toUpperCase((char) c)).toArray();
        StringBuilder all = new StringBuilder();
        for (int c : upper) {
          all.append((char) c);
        }
        return all.toString();
      case "Split1":
        return new Array(List.of(text.split(Pattern.quote((String) arguments.get(0)), -1)));
      case "StartsWith1":
        return text.startsWith((String) arguments.get(0));
      case "Contains1":
        return text.contains((String) arguments.get(0));
      default:
        throw new Strange("no method " + method + " of a string");
    }
  }

  private static Object ofList(ArrayList<Object> list, String method, List<Object> arguments) {
    switch (method + arguments.size()) {
      case "Add1":
        list.add(arguments.get(0));
        return (long) list.size() - 1;
      case "Contains1":
        return list.contains(arguments.get(0));
      case "Sort1":
        list.sort((a, b) -> ((String) a).compareTo((String) b));
        return Output.VOID;
      case "ToArray0":
        return new Array(list);
      case "Clear0":
        list.clear();
        return Output.VOID;
      default:
        throw new Strange("no method " + method + " of a list");
    }
  }
}
