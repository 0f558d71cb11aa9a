package org.relaycheck.powershell;

import java.io.IOException;
import java.io.InputStream;

/** Where a stand-in for PowerShell plays: the streams and the end of one process. */
public interface Stage {

  /** Standard input. */
  InputStream in();

  /** Writes to standard output, at once. */
  void out(byte[] bytes) throws IOException;

  /** Writes to standard error, at once. */
  void err(byte[] bytes) throws IOException;

  /** Ends with an exit code. */
  void exit(int code);

  /** Stays until it is ended from outside. */
  void stay() throws InterruptedException;
}
