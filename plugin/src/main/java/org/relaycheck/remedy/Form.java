package org.relaycheck.remedy;

import java.util.List;

/** The shape that all scripts of one language have. */
public interface Form {

  /** The end of a script's file name, such as {@code sql}. */
  String extension();

  /** One line of comment, without its line end, which stays a comment whatever the text holds. */
  String comment(String text);

  /** What stands before the first step, in lines: the guard against the wrong server is here. */
  String opening(Host host);

  /**
   * What stands after the last step, in lines: a script of which a step stopped does not succeed.
   */
  String closing();

  /**
   * How to run a script, in sentences.
   *
   * @param file the script's name
   */
  List<String> usage(String file, Host host);
}
