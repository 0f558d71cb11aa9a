package org.relaycheck.kind.mailsettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;
import org.relaycheck.value.Vocabulary;

/** The table of what Database Mail has once per instance. */
public final class MailSettingRows {

  private static final String CONFIGURE = "sysmail_configure_sp reference";
  private static final String MOST = "2147483647";

  private static final Vocabulary LEVELS =
      Vocabulary.empty().word("Normal", 1).word("Extended", 2).word("Verbose", 3);

  private static final String STARTED = "STARTED";

  private static final Vocabulary STATES = Vocabulary.empty().word("STOPPED", 0).word(STARTED, 1);

  public static final Property<Long> ACCOUNT_RETRY_ATTEMPTS =
      Row.of("AccountRetryAttempts", Types.COUNT, parameter())
          .range("0", MOST)
          .byDefault("everywhere", "1")
          .symptom("4.3.2 The maximum number of concurrent connections has exceeded a limit")
          .because(
              "How many times each account of a profile is tried again.",
              "A connector that turns connections away for a moment loses mail that a further"
                  + " attempt would deliver.",
              CONFIGURE);

  public static final Property<Long> ACCOUNT_RETRY_DELAY =
      Row.of("AccountRetryDelay", Types.COUNT, parameter())
          .range("1", MOST)
          .byDefault("installed; the documentation says 5000", "60")
          .because(
              "Seconds between two rounds of attempts.",
              "Too short, and the relay is still busy; too long, and alerts come late.",
              CONFIGURE + "; instances as installed");

  public static final Property<Long> MINIMUM_LIFE_TIME =
      Row.of("DatabaseMailExeMinimumLifeTime", Types.COUNT, parameter())
          .range("0", MOST)
          .byDefault("everywhere", "600")
          .because(
              "Seconds that the mail process stays when it has nothing to do.",
              "The process keeps accounts and profiles in memory, so that a change may take as"
                  + " long to act.",
              CONFIGURE);

  public static final Property<Text> DEFAULT_ATTACHMENT_ENCODING =
      Row.of("DefaultAttachmentEncoding", Types.TEXT, parameter())
          .byDefault("everywhere", "MIME")
          .because("How attachments are encoded.", "MIME is what receivers expect.", CONFIGURE);

  public static final Property<Long> MAX_FILE_SIZE =
      Row.of("MaxFileSize", Types.COUNT, parameter())
          .range("0", MOST)
          .byDefault("everywhere", "1000000")
          .symptom("File attachment or query results size exceeds allowable value")
          .because(
              "Bytes that one attachment may have.",
              "Attachments grow by a third on the way, so MaxMessageSize of the receive connector"
                  + " must allow more.",
              CONFIGURE);

  public static final Property<Set<Text>> PROHIBITED_EXTENSIONS =
      Row.of("ProhibitedExtensions", Types.COMMA_SET, parameter())
          .byDefault("everywhere", "exe,dll,vbs,js")
          .because(
              "File extensions that no attachment may have, without the dot.",
              "What is not listed goes out.",
              CONFIGURE);

  public static final Property<String> LOGGING_LEVEL =
      Row.of("LoggingLevel", Types.choice(LEVELS), parameter())
          .byDefault("everywhere", "Extended")
          .because(
              "What the mail log holds: Normal (1) errors, Extended (2) warnings and information"
                  + " too, Verbose (3) successes too.",
              "At Normal the log lacks mail that was delivered only after a retry, which is how a"
                  + " connector's limits show first.",
              CONFIGURE + "; source of sysmail_logmailevent_sp");

  public static final Property<Boolean> DATABASE_MAIL_XPS =
      Row.of(
              "DatabaseMailXPs",
              Types.FLAG,
              new Binding.ByHand(
                  "EXEC sp_configure 'Database Mail XPs', 1 (or 0); RECONFIGURE. It is an advanced"
                      + " option, and RECONFIGURE applies every other pending option too, in no"
                      + " transaction that could be undone. On Amazon RDS it stands in the"
                      + " parameter group"))
          .byDefault("everywhere", "false")
          .because(
              "Whether Database Mail may run at all.",
              "While it is off, sending fails with error 15281; settings can still be changed.",
              "Database Mail XPs server configuration option");

  public static final Property<String> QUEUE =
      Row.of("queue", Types.choice(STATES), started("is_receive_enabled", STARTED))
          .because(
              "Whether the mail queue accepts mail: STARTED or STOPPED.",
              "While it is stopped sp_send_dbmail refuses: that mail is lost, not kept. So no"
                  + " script stops the queue.",
              "source of sysmail_help_status_sp");

  public static final Property<Boolean> ACTIVATION =
      Row.of("activation", Types.FLAG, started("is_activation_enabled", "true"))
          .because(
              "Whether mail in the queue starts the mail process.",
              "A queue that accepts mail and starts nothing keeps it unsent.",
              "source of sysmail_start_sp");

  public static final Property<Boolean> BROKER =
      Row.of(
              "broker",
              Types.FLAG,
              new Binding.ByHand(
                  "stop SQL Server Agent, then ALTER DATABASE msdb SET ENABLE_BROKER, which waits"
                      + " until nobody else uses msdb"))
          .because(
              "Whether Service Broker is on in msdb.",
              "Without it mail stays in the queue. A restored msdb has it off.",
              "Database Mail troubleshooting guide; ALTER DATABASE SET reference");

  public static final Catalogue CATALOGUE =
      new Catalogue(
          "mailSettings",
          "mail service",
          Product.SQL_SERVER,
          List.of(
              ACCOUNT_RETRY_ATTEMPTS,
              ACCOUNT_RETRY_DELAY,
              MINIMUM_LIFE_TIME,
              DEFAULT_ATTACHMENT_ENCODING,
              MAX_FILE_SIZE,
              PROHIBITED_EXTENSIONS,
              LOGGING_LEVEL,
              DATABASE_MAIL_XPS,
              QUEUE,
              ACTIVATION,
              BROKER),
          refused());

  private MailSettingRows() {}

  /** A level as Database Mail keeps it, by its word. */
  public static String level(String word) {
    return LEVELS.number(word).map(Object::toString).orElseThrow();
  }

  private static Binding started(String column, String result) {
    return new Binding.Procedure(column, "sysmail_start_sp", result);
  }

  private static Binding parameter() {
    return new Binding.Column("paramvalue", "parameter_value");
  }

  private static Map<String, String> refused() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(
        "ReadFromConfigurationFile", "it is documented nowhere and only some builds have it");
    reasons.put("status", "state 'queue: STARTED'");
    reasons.put("enabled", "state 'DatabaseMailXPs: true'");
    return reasons;
  }
}
