package org.relaycheck.explain.sign;

import java.util.List;

/** What SQL Server, its Agent and the mail program say before anything is sent. */
public final class SqlServerSignRows {

  private static final String LOGS = "texts that administrators published";
  private static final String MESSAGES = "messages of SQL Server";
  private static final String TROUBLE = "Database Mail troubleshooting article";
  private static final String UNSENT = "Database Mail article on mail that is queued and not sent";

  public static final LogSign ATTACHMENT_TOO_LARGE =
      LogSign.of(
          "attachment-too-large",
          "an attachment is larger than Database Mail lets it be",
          "File attachment or query results size exceeds allowable value",
          "sysmail_configure_sp reference");

  public static final LogSign ATTACHMENT_REFUSED =
      LogSign.of(
          "attachment-refused",
          "an attachment has an extension that Database Mail forbids, or cannot be read",
          "Attachment type .{0,40}not allowed|prohibited extension|"
              + message(22051)
              + "|Attachment file .{0,260} is invalid|Attaching files require",
          "sysmail_configure_sp reference; " + MESSAGES);

  public static final LogSign QUERY_FAILED =
      LogSign.of(
          "query-failed",
          "the query whose result was to be mailed failed",
          message(22050)
              + "|"
              + message(14661)
              + "|Query execution failed|Failed to initialize sqlcmd library|Error formatting query, probably invalid"
              + " parameters",
          "sp_send_dbmail reference; " + LOGS);

  public static final LogSign AGENT_PROFILE =
      LogSign.of(
          "agent-profile",
          "SQL Server Agent sends with a profile that does not exist",
          "Unable to start mail session.{0,400}profile name is not valid",
          LOGS);

  public static final LogSign AGENT_INSTANCE =
      LogSign.of(
          "agent-instance",
          "SQL Server Agent cannot reach its own instance",
          "Unable to start mail session.{0,400}There was an error on the connection",
          LOGS);

  public static final LogSign AGENT_NOT_ENABLED =
      LogSign.of(
          "agent-mail-off",
          "SQL Server Agent has no mail profile, or was not restarted since it has one",
          "\\[476\\]|Database Mail is not enabled for agent notifications"
              + "|\\[355\\]|mail system failed to initialize",
          LOGS);

  public static final LogSign AGENT_NO_SESSION =
      LogSign.consequence(
          "agent-no-session",
          "a notification of SQL Server Agent was lost: what follows when it could not start its"
              + " mail session, of which an earlier line has the reason",
          "\\[264\\]|send an email when no email session has been established",
          LOGS);

  public static final LogSign NOTIFY_FAILED =
      LogSign.consequence(
          "agent-notify-failed",
          "SQL Server Agent could not notify an operator: what follows from another line",
          "Failed to notify '.{0,128}' (?:via|by) e-?mail",
          LOGS);

  public static final LogSign SESSION_UNREADABLE =
      LogSign.of(
          "mail-session",
          "the mail program could not read its settings from msdb",
          "Mail configuration information could not be read from the database"
              + "|error occurred during the login process.{0,80}SSL Provider",
          "TLS 1.2 support article for SQL Server");

  public static final LogSign MSDB_READ =
      LogSign.of(
          "msdb-read",
          "the mail program could not read its queue in msdb",
          "read on the database failed|Failed to load Msxmlsql|Could not retrieve item from the queue",
          TROUBLE);

  public static final LogSign TRANSACTION =
      LogSign.of(
          "msdb-transaction",
          "the mail program lost its transaction in msdb",
          "The Transaction not longer valid|Void ValidateConnectionAndTransaction\\(\\)",
          TROUBLE + "; names of .NET, the same in every language");

  public static final LogSign PROGRAM_MISSING =
      LogSign.of(
          "mail-program-fails",
          "the mail program does not start",
          "DatabaseMail(?:90)?\\.exe.{0,200}(?:\\.NET|framework|config|cannot find|not found"
              + "|could not|failed|does not start|not running|stopped working)"
              + "|\\.NET Framework 3\\.5.{0,200}DatabaseMail"
              + "|you first must install one of the following versions of the \\.NET Framework"
              + "|Could not (?:create|start) the (?:mail|DatabaseMail) process",
          "SQL Server 2016 release notes on .NET Framework 3.5; " + TROUBLE);

  public static final LogSign QUEUE_DISABLED =
      LogSign.of(
          "queue-disabled",
          "Service Broker has switched a queue of Database Mail off",
          "service queue \"?'?(?:External|Internal)MailQueue\"?'? is currently disabled"
              + "|(?:External|Internal)MailQueue.{0,60}(?:disabled|is_receive_enabled *= *0)",
          "SQL Server support blog on a disabled ExternalMailQueue");

  public static final LogSign ACTIVATION =
      LogSign.of(
          "activation-failed",
          "the procedure that starts the mail program failed",
          "sp_sysmail_activate\\b.{0,120}(?:output the following|error|failed)",
          UNSENT);

  public static final LogSign UNSENT_AND_SILENT =
      LogSign.of(
          "unsent-and-silent",
          "mail stays unsent, and the mail log says nothing about it",
          "\\bunsent\\b|\\b(?:stays?|remains?|still|sits?|stuck) (?:in the )?(?:mail )?queued?\\b"
              + "|\\b(?:mail ?|event_?)log (?:is|stays|shows) (?:empty|nothing)"
              + "|nothing in (?:the )?(?:mail ?log|sysmail_event_log|sysmail_log)",
          UNSENT);

  public static final LogSign BROKER_OFF =
      LogSign.of(
          "broker-off",
          "Service Broker is off in msdb",
          message(14650)
              + "|Service Broker message delivery is not enabled|is_broker_enabled\\W{1,8}0\\b",
          MESSAGES);

  public static final LogSign OWNER_UNKNOWN =
      LogSign.of(
          "owner-unknown",
          "SQL Server could not look a Windows account up, such as the owner of msdb or of a job",
          message(15404) + "|obtain information about Windows NT group/user",
          MESSAGES);

  public static final LogSign NOT_QUEUED =
      LogSign.of(
          "mail-not-queued",
          "Database Mail is stopped, and the mail that was sent meanwhile is lost",
          message(14641) + "|Mail not queued\\. Database Mail is stopped",
          MESSAGES);

  public static final LogSign QUEUE_STOPPED =
      LogSign.note(
          "queue-stopped",
          "somebody stopped the mail queue",
          "Mail queue has been stopped|NoQueueDataException",
          LOGS);

  public static final LogSign XPS_OFF =
      LogSign.of(
          "xps-off",
          "Database Mail is switched off",
          message(15281) + "|component 'Database Mail XPs' because this component is turned off",
          MESSAGES);

  public static final LogSign NO_DEFAULT =
      LogSign.of(
          "no-default-profile",
          "a mail names no profile, and its sender has no default one",
          message(14636) + "|No global profile is configured",
          MESSAGES);

  public static final LogSign PROFILE =
      LogSign.of(
          "profile-unknown",
          "there is no such profile, or the sender may not use it",
          message(14607) + "|" + message(14606) + "|profile (?:name|id) is not valid",
          MESSAGES);

  public static final LogSign NO_EXECUTE =
      LogSign.of(
          "send-not-permitted",
          "the user that sends may not run sp_send_dbmail",
          "EXECUTE permission was denied on the object '(?:sp_send_dbmail|sysmail_\\w+)'"
              + "|"
              + message(229)
              + ".{0,120}(?:dbmail|sysmail)",
          MESSAGES + "; sp_send_dbmail reference");

  public static final LogSign NO_RECIPIENT =
      LogSign.of(
          "no-recipient",
          "a mail names no recipient",
          message(14624) + "|A recipient must be specified",
          MESSAGES);

  public static final LogSign LIFECYCLE =
      LogSign.note(
          "process-lifecycle",
          "the mail program started or ended, as it does when there is nothing to send",
          "DatabaseMail process is (?:shutting down|started)",
          TROUBLE);

  static final List<LogSign> ALL =
      List.of(
          QUERY_FAILED,
          AGENT_PROFILE,
          AGENT_INSTANCE,
          AGENT_NOT_ENABLED,
          AGENT_NO_SESSION,
          NOTIFY_FAILED,
          SESSION_UNREADABLE,
          MSDB_READ,
          TRANSACTION,
          PROGRAM_MISSING,
          QUEUE_DISABLED,
          ACTIVATION,
          BROKER_OFF,
          NOT_QUEUED,
          QUEUE_STOPPED,
          XPS_OFF,
          NO_DEFAULT,
          PROFILE,
          NO_EXECUTE,
          NO_RECIPIENT,
          ATTACHMENT_TOO_LARGE,
          ATTACHMENT_REFUSED,
          OWNER_UNKNOWN,
          LIFECYCLE,
          UNSENT_AND_SILENT);

  private SqlServerSignRows() {}

  /** A message of SQL Server by its number, which alone could be anything. */
  private static String message(int number) {
    return "(?:Msg|Error|Meldung|Fehler|Erreur|Mens\\.|Komunikat)\\W{1,3}" + number + "\\b";
  }
}
