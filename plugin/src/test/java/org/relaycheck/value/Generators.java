package org.relaycheck.value;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.relaycheck.value.address.AddressRange;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.NetworkBinding;

/** Values of every shape, from a seed. A shape without a generator here fails every law. */
public final class Generators {

  private static final String LETTERS =
      "abcXYZ019 .-_@:'\"$`()[]<>|&%\\/#äßıİ\u00e9\u2019\u4e2d\u00a0\u202f";
  private static final List<String> PRINCIPALS =
      List.of(
          "anonymous",
          "S-1-5-7",
          "S-1-5-21-1-2-3-500",
          "NT AUTHORITY\\ANONYMOUS LOGON",
          "EXAMPLE\\Relay Senders");
  private static final List<String> RIGHTS =
      List.of(
          "ms-Exch-SMTP-Accept-Any-Recipient",
          "Ms-Exch-SMTP-Accept-Any-Sender",
          "ms-Exch-Bypass-Anti-Spam");
  private static final long MOST = 999_999_999_999_999_999L;
  private static final long TICKS_OF_SPAN = 10_675_199L * 86_400 * 10_000_000;

  private Generators() {}

  /** A value of the shape. */
  @SuppressWarnings("unchecked") // each branch asks for the one shape whose values it makes
  public static <T> T value(ValueType<T> type, SplittableRandom random) {
    return (T) any(type, random);
  }

  private static Object any(ValueType<?> type, SplittableRandom random) {
    if (type instanceof Choice) {
      return pick(words(type.schema()), random);
    }
    if (type instanceof NameListType) {
      return names(random);
    }
    if (type instanceof WordsType) {
      return flags((WordsType) type, random);
    }
    Map<ValueType<?>, Object> simple =
        Map.of(
            Types.COUNT, number(random),
            Types.LIMIT, random.nextInt(4) == 0 ? Limit.UNLIMITED : new Limit(number(random)),
            Types.SIZE, size(random),
            Types.SPAN, span(random),
            Types.FLAG, random.nextBoolean(),
            Types.TEXT, Text.folded(text(random)),
            Types.EXACT_TEXT, Text.exact(text(random)));
    return simple.containsKey(type) ? simple.get(type) : set(type, random);
  }

  private static Object set(ValueType<?> type, SplittableRandom random) {
    Map<ValueType<?>, Object> sets =
        Map.of(
            Types.TEXT_SET, several(random, () -> Text.folded(word(random))),
            Types.COMMA_SET, several(random, () -> Text.folded(extension(random))),
            Types.CAPABILITY_SET,
                several(random, () -> Capabilities.parse(capabilities(random)).orElseThrow()),
            Types.BINDING_SET,
                several(random, () -> NetworkBinding.parse(binding(random)).orElseThrow()),
            Types.RIGHTS, several(random, () -> Right.parse(right(random)).orElseThrow()),
            Types.ADDRESS_SET, addresses(random));
    if (!sets.containsKey(type)) {
      throw new AssertionError("no generator for " + type.hint());
    }
    return sets.get(type);
  }

  private static Set<String> flags(WordsType type, SplittableRandom random) {
    List<?> alternatives = (List<?>) type.schema().get("anyOf");
    Set<String> stated =
        words((Map<?, ?>) alternatives.get(0)).stream()
            .filter(word -> random.nextBoolean())
            .collect(toSet());
    return type.parse(List.copyOf(stated)).known().orElseThrow();
  }

  private static List<String> words(Map<?, ?> schema) {
    return ((List<?>) schema.get("enum")).stream().map(String.class::cast).toList();
  }

  private static long number(SplittableRandom random) {
    long[] corners = {0, 1, -1, 20, 100, Integer.MAX_VALUE, MOST, -MOST};
    return random.nextBoolean()
        ? corners[random.nextInt(corners.length)]
        : random.nextLong(-MOST, MOST);
  }

  private static Size size(SplittableRandom random) {
    long bytes = random.nextLong(0, 2000);
    return new Size(bytes << 10 * random.nextInt(5));
  }

  private static Duration span(SplittableRandom random) {
    long scale = pick(List.of(10_000_000L, 600_000_000L, 864_000_000_000L, 1L), random);
    long ticks = random.nextLong(-TICKS_OF_SPAN / scale, TICKS_OF_SPAN / scale);
    ticks = random.nextBoolean() ? ticks % 100 : ticks;
    return Duration.ofSeconds(ticks * scale / 10_000_000, ticks * scale % 10_000_000 * 100);
  }

  /** Neither empty nor with blanks around, as a type reads it. */
  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(1, 30), 0, LETTERS.length())
        .forEach(i -> text.append(LETTERS.charAt(i)));
    String bare = text.toString().strip();
    return bare.isEmpty() ? "x" : bare;
  }

  private static String word(SplittableRandom random) {
    return pick(List.of("example.com:A,B", "NO-TLS:C", "a b", "ÄÖ", "relay.example:C"), random)
        + random.nextInt(9);
  }

  private static String capabilities(SplittableRandom random) {
    return pick(List.of("mail.example.com:", "NO-TLS:"), random)
        + pick(List.of("AcceptCloudServicesMail", "B,a", "C , B,A"), random);
  }

  private static String extension(SplittableRandom random) {
    return pick(List.of("exe", "DLL", "js", "tar gz"), random) + random.nextInt(9);
  }

  private static List<Text> names(SplittableRandom random) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(i -> Text.folded(word(random) + "," + i))
        .toList();
  }

  private static String right(SplittableRandom random) {
    return pick(List.of("allow ", "Deny "), random)
        + pick(PRINCIPALS, random)
        + " "
        + pick(RIGHTS, random);
  }

  private static String binding(SplittableRandom random) {
    String host = random.nextBoolean() ? ipv4(random) : "[" + ipv6(random) + "]";
    return host + ":" + random.nextInt(1, 65536);
  }

  private static AddressSet addresses(SplittableRandom random) {
    return AddressSet.of(
        IntStream.rangeClosed(0, random.nextInt(6))
            .mapToObj(i -> AddressRange.parse(range(random)).orElseThrow())
            .toList());
  }

  /** One element of an address set; the addresses are few, so that sets overlap and touch. */
  static String range(SplittableRandom random) {
    int low = random.nextInt(256);
    int high = random.nextInt(low, 256);
    return switch (random.nextInt(8)) {
      case 0 -> ipv4(random);
      case 1 -> "192.0.2." + low + "-192.0.2." + high;
      case 2 -> ipv4(random) + "/" + random.nextInt(33);
      case 3 -> "192.0.2." + low + "(255.255.255." + pick(List.of(0, 128, 252, 255), random) + ")";
      case 4 -> ipv6(random);
      case 5 -> ipv6(random) + "/" + random.nextInt(129);
      case 6 -> "fe80::" + Integer.toHexString(low) + "%1" + random.nextInt(3);
      default ->
          "2001:db8::" + Integer.toHexString(low) + "-2001:db8::" + Integer.toHexString(high);
    };
  }

  private static String ipv4(SplittableRandom random) {
    return "192.0." + random.nextInt(2, 4) + "." + random.nextInt(256);
  }

  private static String ipv6(SplittableRandom random) {
    return "2001:db8::" + Integer.toHexString(random.nextInt(256));
  }

  private static <E> Set<E> several(
      SplittableRandom random, java.util.function.Supplier<E> element) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(i -> element.get())
        .collect(toSet());
  }

  /** One of several. */
  public static <E> E pick(List<E> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
