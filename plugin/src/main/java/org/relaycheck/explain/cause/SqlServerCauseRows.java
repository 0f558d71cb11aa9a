package org.relaycheck.explain.cause;

import static org.relaycheck.explain.cause.PlaceToLook.at;
import static org.relaycheck.explain.cause.PlaceToLook.elsewhere;

import java.util.List;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;

/** Causes that lie in SQL Server, before anything is sent. */
final class SqlServerCauseRows {

  private static final String LOGS = "cases that administrators published";
  private static final String MESSAGES = "messages of SQL Server";
  private static final String UNSENT = "Database Mail article on mail that is queued and not sent";

  static final List<Cause> ALL =
      List.of(
          Cause.row(
                  "queue-disabled",
                  "Service Broker has disabled a mail queue after five failures in a row",
                  "A message that makes its reader fail five times (a poison message) switches the"
                      + " queue off, and nothing switches it on again by itself.")
              .look(
                  elsewhere(
                      "SELECT name, is_receive_enabled FROM msdb.sys.service_queues; then ALTER"
                          + " QUEUE ExternalMailQueue WITH STATUS = ON in msdb, and"
                          + " msdb.dbo.sysmail_start_sp"),
                  at(MailSettingRows.QUEUE, "STARTED"),
                  at(MailSettingRows.ACTIVATION, "true"))
              .from("SQL Server support blog on a disabled ExternalMailQueue; " + UNSENT),
          Cause.row(
                  "broker-off",
                  "Service Broker is off in msdb, so that nobody starts the mail program",
                  "msdb was restored or attached, which leaves its broker off; mail waits, and"
                      + " no log says so.")
              .look(
                  at(
                      MailSettingRows.BROKER,
                      "true: ALTER DATABASE msdb SET ENABLE_BROKER, with SQL Server Agent stopped"))
              .judged(
                  new ServiceJudge<>(
                      MailSettingRows.BROKER, on -> on ? Likelihood.UNLIKELY : Likelihood.FITS))
              .from(UNSENT),
          Cause.row(
                  "mail-program-fails",
                  "the mail program DatabaseMail.exe cannot start",
                  "SQL Server 2016 needs .NET Framework 3.5 for it or a DatabaseMail.exe.config"
                      + " that names 4.0, and the service account needs the right to run it; it"
                      + " then"
                      + " fails before it can log anything.")
              .look(
                  elsewhere(
                      "what DatabaseMail.exe says when it is run by hand in the Binn folder of"
                          + " the instance; .NET"
                          + " Framework 3.5, or DatabaseMail.exe.config beside it; the Application"
                          + " log of Windows"))
              .from("SQL Server 2016 release notes; " + UNSENT),
          Cause.row(
                  "activation-fails",
                  "the procedure that starts the mail program fails each time",
                  "Service Broker starts it for every mail, and the error log of the instance says"
                      + " what it answered.")
              .look(
                  elsewhere(
                      "the owner of msdb (it has to exist: ALTER AUTHORIZATION ON DATABASE::msdb TO"
                          + " sa), and the error log of the instance"),
                  at(MailSettingRows.ACTIVATION, "true"))
              .from(UNSENT),
          Cause.row(
                  "agent-mail-off",
                  "SQL Server Agent has no mail profile, or was not restarted since it has one",
                  "Agent reads its mail profile when it starts.")
              .look(
                  at(MailProfileRows.AGENT, "the profile that Agent sends with"),
                  elsewhere(
                      "a restart of SQL Server Agent; \"Enable mail profile\" in its properties,"
                          + " Alert System"))
              .from("Database Mail with SQL Server Agent article; " + LOGS),
          Cause.row(
                  "send-right",
                  "the user that sends is no member of DatabaseMailUserRole in msdb",
                  "sp_send_dbmail may be run by that role and by sysadmin.")
              .look(
                  elsewhere(
                      "ALTER ROLE DatabaseMailUserRole ADD MEMBER [user] in msdb, where the user"
                          + " has to exist; in a job: the owner of the job"),
                  at(MailProfileRows.GRANTED_TO, "the user, or public"))
              .from("sp_send_dbmail reference; " + MESSAGES),
          Cause.row(
                  "no-recipient",
                  "the call of sp_send_dbmail names no recipient",
                  "@recipients, @copy_recipients and @blind_copy_recipients are all empty, often"
                      + " because a variable is NULL.")
              .look(elsewhere("the call itself"))
              .from(MESSAGES),
          Cause.row(
                  "no-mail-server",
                  "the call or the account names no mail server",
                  "The client has nobody to call.")
              .look(
                  at(MailAccountRows.MAILSERVER_NAME, "the name of the relay"),
                  elsewhere("the host of SmtpClient, $PSEmailServer or sendusing of a script"))
              .from("words of .NET and CDO"),
          Cause.row(
                  "attachment-type",
                  "Database Mail refuses the attachment",
                  "Its extension is forbidden, the service account cannot read the file, or the sender"
                      + " logged in as no Windows user, who alone may attach files.")
              .look(
                  at(MailSettingRows.PROHIBITED_EXTENSIONS, "without the extension that is needed"),
                  elsewhere("whether the service account of SQL Server may read the file"))
              .from("sysmail_configure_sp reference; " + MESSAGES),
          Cause.row(
                  "mail-query",
                  "the query whose result was to be mailed fails",
                  "It runs as the sender, in another session and another database than the call.")
              .look(
                  elsewhere(
                      "@execute_query_database, and the rights of the sender there; run the query"
                          + " alone under that user; @query_result_header, and"
                          + " @append_query_error ="
                          + " 1 to see the message"))
              .from("sp_send_dbmail reference"),
          Cause.row(
                  "msdb-read",
                  "the mail program cannot read its queue in msdb",
                  "What it needs to read it is missing on the machine, or its login may not.")
              .look(
                  elsewhere(
                      "the reason behind the message, and the service account's login in msdb;"
                          + " MSXML 6 on old machines"))
              .from("Database Mail troubleshooting article"),
          Cause.row(
                  "connection-pool",
                  "the mail program's own pool of connections is used up",
                  "It keeps connections to a mail server for later. When all of them wait for a"
                      + " server that stopped answering, the next mails time out although the relay"
                      + " is idle.")
              .look(
                  elsewhere(
                      "whether the time-outs end when DatabaseMail.exe is ended; it starts again"
                          + " with the next mail"),
                  at(MailAccountRows.TIMEOUT, "longer than the server holds a reply back"))
              .from("SQL Server support blog on Database Mail and its connection pool"),
          Cause.row(
                  "malformed-address",
                  "an address of the mail is not written as .NET wants it",
                  "A semicolon at the end, a blank, or a display name with special characters is"
                      + " enough; the account's own addresses are used for every mail.")
              .look(
                  elsewhere("the recipients of the mail, first"),
                  at(MailAccountRows.EMAIL_ADDRESS, "one plain address"),
                  at(MailAccountRows.REPLYTO_ADDRESS, "one plain address, or empty"))
              .from("words of .NET; " + LOGS));

  private SqlServerCauseRows() {}
}
