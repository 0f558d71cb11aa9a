package org.relaycheck.standin.tds;

import java.io.IOException;

/** The tokens that tell a client that it is in. */
record LoginAck(Login7 asked) {
  private static final int ENVIRONMENT = 0xE3;
  private static final int DATABASE = 1;
  private static final int LANGUAGE = 2;
  private static final int PACKET_SIZE = 4;
  private static final int COLLATION = 7;
  private static final int LOGIN_ACK = 0xAD;
  private static final byte[] VERSION = {16, 0, 0x10, 0};

  void write(TokenWriter out) throws IOException {
    String database = asked.login().database().isEmpty() ? "master" : asked.login().database();
    change(out, DATABASE, database, "master");
    out.token(ENVIRONMENT, body -> body.u8(COLLATION).u8(5).bytes(SqlType.collation()).u8(0));
    change(out, LANGUAGE, "us_english", "");
    out.token(
        LOGIN_ACK,
        body ->
            body.u8(1).be32(asked.tdsVersion()).shortText("Microsoft SQL Server").bytes(VERSION));
    String old = Integer.toString(PacketWriter.FIRST_SIZE);
    change(out, PACKET_SIZE, Integer.toString(asked.packetSize()), old);
  }

  private static void change(TokenWriter out, int what, String now, String before)
      throws IOException {
    out.token(ENVIRONMENT, body -> body.u8(what).shortText(now).shortText(before));
  }
}
