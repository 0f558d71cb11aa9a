package org.relaycheck.powershell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** What a PowerShell on a real machine may do with the constant command. */
public enum Behaviour {
  /** As it should be. */
  GOOD(stage -> answer(stage, good(stage))),

  /** DefaultShell is PowerShell: two headers on standard error, the exit code collapsed to 1. */
  NESTED(
      stage -> {
        Received received = Received.from(stage.in());
        stage.err(ascii("#< CLIXML\r\n#< CLIXML\r\n" + progress() + error("stop here")));
        stage.out(
            ascii("RELAY-FAIL " + received.nonce() + " " + CannedAnswer.b64("no such cmdlet")));
        stage.exit(1);
      }),

  /** As it should be, with all that the collector tells. */
  COMPLETE(stage -> answer(stage, complete(stage, UnaryOperator.identity()))),

  /** Something on the way makes plain quotes of all others. */
  TYPEWRITER(stage -> answer(stage, complete(stage, text -> text.replace('\u2019', '\'')))),

  /** Line feeds only. */
  BARE_LF(stage -> answer(stage, good(stage).replace("\r\n", "\n"))),

  /** One byte at a time. */
  BYTE_BY_BYTE(
      stage -> {
        for (byte b : ascii(good(stage))) {
          stage.out(new byte[] {b});
        }
        stage.exit(0);
      }),

  /** A banner, a BOM, a frame of somebody else, and a farewell. */
  NOISY(
      stage -> {
        String frame = good(stage);
        String forged = CannedAnswer.frame("0000", CannedAnswer.gaveUp("forging", "an answer"));
        stage.out("\uFEFFWelcome\r\n\r\nAutoRun>".getBytes(StandardCharsets.UTF_8));
        answer(stage, forged + frame + "\r\nlogout\r\n");
      }),

  /** Far more on standard error than a pipe holds, before and after the answer. */
  LOUD(
      stage -> {
        String frame = good(stage);
        stage.err(ascii(("WARNING: " + "x".repeat(70) + "\r\n").repeat(5000)));
        stage.out(ascii(frame));
        stage.err(ascii("#< CLIXML\r\n" + progress()));
        stage.exit(0);
      }),

  /** Errors only, cut off, and with an entity in it. */
  MALFORMED_ERRORS(
      stage -> {
        stage.err(
            ascii(
                "#< CLIXML\r\n<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                    + "<Objs><S S=\"Error\">&e;</S></Objs><Objs><S S=\"Error\">cut"));
        stage.exit(1);
      }),

  /** Errors in a western code page. */
  CP850(stage -> localised(stage, "IBM850", "Zugriff verweigert: Prüfung")),

  /** Errors in a Japanese code page. */
  CP932(stage -> localised(stage, "windows-31j", "Zugriff verweigert: アクセス")),

  /** Nothing at all. */
  MUTE(Stage::stay),

  /** Begins, and says nothing more. */
  FALLS_SILENT(
      stage -> {
        stage.out(ascii("RELAY-BEAT\r\n"));
        stage.stay();
      }),

  /** Shows signs of life for ever. */
  NEVER_ENDS(
      stage -> {
        while (!Thread.currentThread().isInterrupted()) {
          stage.out(ascii("RELAY-BEAT\r\n"));
        }
      }),

  /** Answers, and does not end. */
  LINGERS(
      stage -> {
        stage.out(ascii(good(stage)));
        stage.stay();
      }),

  /** Does not read what it is told. */
  DEAF(stage -> stage.exit(0)),

  /** What arrived is not what was sent. */
  DAMAGED(
      stage -> {
        Received received = Received.from(new Gap(stage.in()));
        String why = "payload damaged in transit: 12000 characters arrived";
        stage.out(
            ascii(
                received.whole()
                    ? CannedAnswer.frame(received.nonce(), CannedAnswer.connector())
                    : "RELAY-FAIL " + received.nonce() + " " + CannedAnswer.b64(why) + "\r\n"));
        stage.exit(97);
      }),

  /** Says that all is well, without an answer. */
  EMPTY(
      stage -> {
        Received.from(stage.in());
        stage.exit(0);
      }),

  /** A whole answer with the exit code of a failure. */
  GOOD_BUT_ONE(
      stage -> {
        stage.out(ascii(good(stage)));
        stage.exit(1);
      }),

  /** The end without length and hash. */
  NO_HASH(
      stage -> {
        String frame = good(stage);
        answer(stage, frame.substring(0, frame.lastIndexOf("RELAY-END") + 20) + "\r\n");
      }),

  /** The answer cut within a line. */
  CUT(stage -> answer(stage, good(stage).substring(0, 333))),

  /** The program is not there. */
  NOT_FOUND(
      stage -> {
        stage.err(
            ascii(
                "'powershell.exe' is not recognized as an internal or external command,\r\n"
                    + "operable program or batch file.\r\n"));
        stage.exit(9009);
      }),

  /** The command line is too long for cmd, in its own words. */
  TOO_LONG(
      stage -> {
        stage.err(ascii("La linea de comandos es demasiado larga.\r\n"));
        stage.exit(1);
      }),

  /** A 32-bit process. */
  BITS_32(
      stage ->
          collector(
              stage, "this is a 32-bit PowerShell, which does not see the Exchange snap-ins")),

  /** Constrained language. */
  CONSTRAINED(
      stage -> {
        stage.err(
            ascii(
                "#< CLIXML\r\n"
                    + error(
                        "Cannot invoke method. Method invocation is supported only on core types"
                            + " in this language mode._x000D__x000A_")));
        stage.exit(1);
      }),

  /** No network credentials. */
  NO_CREDENTIALS(
      stage ->
          collector(
              stage,
              "Active Directory operation failed on . The supplied credential for 'CORP\\x' is"
                  + " invalid.")),

  /** Too many sessions of one account. */
  THROTTLED(
      stage ->
          collector(
              stage,
              "The WS-Management service cannot process the request. This user is allowed a maximum"
                  + " of 18 concurrent shells, which has been exceeded.")),

  /** A whole organisation. */
  HUGE(
      stage -> {
        String nonce = Received.from(stage.in()).nonce();
        StringBuilder text = new StringBuilder(CannedAnswer.connector());
        for (int i = 0; i < 10_000; i++) {
          text.append("I\treceiveConnectors\t").append(CannedAnswer.b64("EX01")).append('\t');
          text.append(CannedAnswer.b64("Connector " + i)).append("\t\n");
          for (int v = 0; v < 12; v++) {
            text.append("V\tSetting").append(v).append("\tMTIzNDU2Nzg5MDEyMzQ1Ng==\n");
          }
        }
        answer(stage, CannedAnswer.frame(nonce, text.toString()));
      });

  /** What it does. */
  interface Play {
    void on(Stage stage) throws IOException, InterruptedException;
  }

  private final Play play;

  Behaviour(Play play) {
    this.play = play;
  }

  /** Plays it. */
  public void play(Stage stage) throws IOException, InterruptedException {
    play.on(stage);
  }

  private static String good(Stage stage) throws IOException {
    Received received = Received.from(stage.in());
    boolean right = received.whole() && received.script().equals(CollectorScript.question());
    String text = right ? CannedAnswer.connector() : CannedAnswer.gaveUp("checking", "not whole");
    return CannedAnswer.frame(received.nonce(), text);
  }

  private static String complete(Stage stage, UnaryOperator<String> way) throws IOException {
    Received received = Received.from(stage.in());
    String echo =
        received
            .parameters()
            .lines()
            .filter(line -> line.startsWith("echo="))
            .map(line -> line.substring("echo=".length()))
            .findFirst()
            .orElse("");
    return CannedAnswer.frame(received.nonce(), CannedAnswer.complete(way.apply(echo)));
  }

  private static void answer(Stage stage, String text) throws IOException {
    stage.out(ascii(text));
    stage.exit(0);
  }

  private static void collector(Stage stage, String why) throws IOException {
    String nonce = Received.from(stage.in()).nonce();
    answer(stage, CannedAnswer.frame(nonce, CannedAnswer.gaveUp("reading the servers", why)));
  }

  private static void localised(Stage stage, String page, String text) throws IOException {
    stage.err(text.getBytes(Charset.forName(page)));
    stage.exit(1);
  }

  private static String progress() {
    return "<Objs Version=\"1.1.0.1\"><Obj S=\"progress\" RefId=\"0\"><MS><S N=\"Activity\">"
        + "Preparing modules for first use.</S></MS></Obj></Objs>";
  }

  private static String error(String text) {
    return "<Objs Version=\"1.1.0.1\"><S S=\"Error\">" + text + "</S></Objs>";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
