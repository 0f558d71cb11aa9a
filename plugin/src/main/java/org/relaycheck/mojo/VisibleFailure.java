package org.relaycheck.mojo;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.relaycheck.report.text.VisibleText;

/** What ends a goal, of which Maven prints the texts: its own, and those of all its causes. */
final class VisibleFailure {

  private VisibleFailure() {}

  /** What a goal does. */
  interface Work {

    void done() throws MojoExecutionException, MojoFailureException;
  }

  /**
   * Does it, and lets nothing out of which a text is not {@link VisibleText}.
   *
   * @param words puts a text as the run and the console need it
   */
  static void guard(Work work, UnaryOperator<String> words)
      throws MojoExecutionException, MojoFailureException {
    try {
      work.done();
    } catch (MojoFailureException no) {
      throw of(no, words, MojoFailureException::new);
    } catch (MojoExecutionException stop) {
      throw of(stop, words, MojoExecutionException::new);
    } catch (RuntimeException fault) {
      throw VisibleFailure.<RuntimeException>of(fault, words, IllegalStateException::new);
    }
  }

  /** The same, or, if something in its texts is shown otherwise, one with its trace alone. */
  static <T extends Throwable> T of(
      T thrown, UnaryOperator<String> words, Function<String, T> copy) {
    boolean plain =
        Stream.<Throwable>iterate(thrown, one -> one != null, Throwable::getCause)
            .map(one -> String.valueOf(one.getMessage()))
            .allMatch(text -> VisibleText.lines(words.apply(text)).equals(text));
    if (plain) {
      return thrown;
    }
    T shown = copy.apply(VisibleText.lines(words.apply(String.valueOf(thrown.getMessage()))));
    shown.setStackTrace(thrown.getStackTrace());
    return shown;
  }
}
