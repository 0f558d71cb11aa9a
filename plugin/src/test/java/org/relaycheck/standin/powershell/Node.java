package org.relaycheck.standin.powershell;

/** A part of a script that has a value. */
interface Node {

  Object value(Scope scope);

  /** A part that does something, and may put something out. */
  interface Statement {
    void run(Scope scope, Output output);
  }
}
