package org.relaycheck.value;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.relaycheck.value.address.AddressSet;
import org.relaycheck.value.address.AddressSetType;
import org.relaycheck.value.address.NetworkBinding;

/** The shapes that rows of a catalogue choose from. */
public final class Types {

  public static final ValueType<Long> COUNT = new Count();
  public static final ValueType<Limit> LIMIT = new LimitType();
  public static final ValueType<Size> SIZE = new SizeType();
  public static final ValueType<Duration> SPAN = new SpanType();
  public static final ValueType<Boolean> FLAG = new Flag();

  /** Text of a system that minds case. */
  public static final ValueType<Text> EXACT_TEXT = new TextType(true);

  /** Text of a system that ignores case. */
  public static final ValueType<Text> TEXT = new TextType(false);

  /** Texts without order, without regard to case; a comma with a space parts them. */
  public static final ValueType<Set<Text>> TEXT_SET =
      new ElementsType<>(", +", text -> Optional.of(Text.folded(text)), "a list of texts");

  /** Names in an order that means something, none of them twice. */
  public static final ValueType<List<Text>> NAME_LIST = nameList(UnaryOperator.identity());

  /** Words that are parted by commas, in any order, as SQL Server keeps them in one text. */
  public static final ValueType<Set<Text>> COMMA_SET =
      new ElementsType<>("\\s*,\\s*", text -> Optional.of(Text.folded(text)), "a list of words");

  /** Names, each with the words that it may use, in any order. */
  public static final ValueType<Set<Text>> CAPABILITY_SET =
      new ElementsType<>(
          ", +",
          Capabilities::parse,
          "a name with what it may do, such as mail.example.com:AcceptCloudServicesMail");

  public static final ValueType<Set<NetworkBinding>> BINDING_SET =
      new ElementsType<>(
          "\\s*,\\s*",
          NetworkBinding::parse,
          "an address with a port, such as 0.0.0.0:25 or '[::]:25'");

  public static final ValueType<Set<Right>> RIGHTS =
      new ElementsType<>(
          ",\\s+(?=(?i:allow|deny)\\s)",
          Right::parse,
          "a right such as 'allow anonymous ms-Exch-SMTP-Accept-Any-Recipient'");

  public static final ValueType<AddressSet> ADDRESS_SET = new AddressSetType();

  private Types() {}

  /**
   * Names in an order that means something, none of them twice.
   *
   * @param bare the name in an entry, to which an answer may have added a remark
   */
  public static ValueType<List<Text>> nameList(UnaryOperator<String> bare) {
    return new NameListType(bare);
  }

  /** One word of several. */
  public static ValueType<String> choice(Vocabulary words) {
    return new Choice(words);
  }

  /** Any of several words. */
  public static ValueType<Set<String>> words(Vocabulary words) {
    return new WordsType(words);
  }
}
