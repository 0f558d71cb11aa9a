package org.relaycheck.mojo;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.relaycheck.mojo.output.ConsoleCharset;

/**
 * A text as it is printed: its commands are those of the run, its characters those of the console.
 *
 * @param commands made for a text that has one
 */
record RunText(Supplier<NextCommand> commands) implements UnaryOperator<String> {

  @Override
  public String apply(String text) {
    String whole = text.contains(NextCommand.SIGN) ? commands.get().in(text) : text;
    return ConsoleCharset.ofProcess().fit(whole);
  }
}
