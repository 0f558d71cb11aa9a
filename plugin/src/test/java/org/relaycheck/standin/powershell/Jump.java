package org.relaycheck.standin.powershell;

/** Leaves a function or the script. */
final class Jump extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final boolean script;
  final long code;

  private Jump(boolean script, long code) {
    super(null, null, false, false);
    this.script = script;
    this.code = code;
  }

  static Jump back() {
    return new Jump(false, 0);
  }

  static Jump exit(long code) {
    return new Jump(true, code);
  }
}
