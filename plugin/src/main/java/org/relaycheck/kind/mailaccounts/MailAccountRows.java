package org.relaycheck.kind.mailaccounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;
import org.relaycheck.value.Vocabulary;

/** The table of Database Mail account settings: what sysmail_update_account_sp takes. */
public final class MailAccountRows {

  private static final int NAME_LENGTH = 128;
  private static final int DESCRIPTION_LENGTH = 256;
  private static final String NAME_WORDS = "text of at most 128 characters";
  private static final String UPDATE = "sysmail_update_account_sp reference";

  private static final Vocabulary WAYS =
      Vocabulary.empty()
          .word(AccountCredential.ANONYMOUS_WORD, 0)
          .word(AccountCredential.WINDOWS_WORD, 1)
          .word(AccountCredential.BASIC_WORD, 2)
          .computed(
              AccountCredential.LOST_WORD,
              3,
              "is what is found where a user name has lost its password, and nothing to want");

  public static final Property<Text> EMAIL_ADDRESS =
      Row.of("email_address", Types.TEXT, column("email_address"))
          .allows(atMost(NAME_LENGTH), NAME_WORDS)
          .symptom("550 5.7.1 Anonymous client does not have permissions to send as this sender")
          .because(
              "The sender's address.",
              "Exchange may refuse a sender of its own domain from an anonymous client.",
              UPDATE);

  public static final Property<Text> DISPLAY_NAME =
      Row.of("display_name", Types.EXACT_TEXT, column("display_name"))
          .allows(atMost(NAME_LENGTH), NAME_WORDS)
          .because(
              "The sender's name as people read it.", "It shows where a mail comes from.", UPDATE);

  public static final Property<Text> REPLYTO_ADDRESS =
      Row.of("replyto_address", Types.TEXT, column("replyto_address"))
          .allows(
              atMost(NAME_LENGTH).and(MailAccountRows::oneAddress),
              "one address of at most 128 characters")
          .because(
              "The address that answers go to; empty for the sender's.",
              "A stored value with a comma makes every later change of the account fail.",
              UPDATE + "; source of sysmail_verify_addressparams_sp");

  public static final Property<Text> DESCRIPTION =
      Row.of("description", Types.EXACT_TEXT, column("description"))
          .allows(atMost(DESCRIPTION_LENGTH), "text of at most 256 characters")
          .because("Free text for people.", "The place to say what the account is for.", UPDATE);

  public static final Property<Text> MAILSERVER_NAME =
      Row.of("mailserver_name", Types.TEXT, column("servername", "mailserver_name"))
          .allows(atMost(NAME_LENGTH), NAME_WORDS)
          .symptom("Could not connect to mail server")
          .because(
              "The mail server's name or address.",
              "If it is left out when an account is made, it becomes the SQL Server's own name.",
              UPDATE + "; source of sysmail_add_account_sp");

  public static final Property<Long> PORT =
      Row.of("port", Types.COUNT, column("port"))
          .range("1", "65535")
          .byDefault("everywhere", "25")
          .symptom("Cannot send mails to mail server. (The operation has timed out.)")
          .because(
              "The mail server's TCP port.",
              "The port decides which receive connector answers.",
              UPDATE);

  public static final Property<Boolean> ENABLE_SSL =
      Row.of("enable_ssl", Types.FLAG, column("enable_ssl"))
          .byDefault("everywhere", "false")
          .because(
              "Whether the session is encrypted.",
              "Must be true where the receive connector has RequireTLS.",
              UPDATE);

  public static final Property<Long> TIMEOUT =
      Row.of("timeout", Types.COUNT, column("timeout"))
          .range("1", "2147483647")
          .trait(SettingTrait.ONE_WAY)
          .symptom("Cannot send mails to mail server. (The operation has timed out.)")
          .because(
              "Seconds that sending one mail may take; empty after an account is made.",
              "Exchange holds replies back, by MaxAcknowledgementDelay on 2010, TarpitInterval and"
                  + " back pressure: a short time-out loses mail that a patient sender delivers."
                  + " Once set it can be changed but not emptied.",
              UPDATE + "; back pressure guide; definition of msdb.dbo.sysmail_server");

  public static final Property<Boolean> USE_DEFAULT_CREDENTIALS =
      Row.of("use_default_credentials", Types.FLAG, column("use_default_credentials"))
          .byDefault("everywhere", "false")
          .because(
              "Whether the account logs in as the SQL Server service.",
              "Excludes a user name. Better state 'auth', which names all three ways to log in.",
              UPDATE);

  public static final Property<Text> USERNAME =
      Row.of("username", Types.EXACT_TEXT, column("username"))
          .allows(atMost(NAME_LENGTH), NAME_WORDS)
          .because(
              "The user name for logging in at the mail server; empty for none.",
              "Changing it always needs the password again, as SQL Server drops the old one.",
              UPDATE + "; source of sysmail_update_account_sp");

  public static final Property<Boolean> CREDENTIAL =
      Row.of("credential", Types.FLAG, new Binding.ReadOnly())
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "Whether a server credential, which holds the password, is linked.",
              "A user name without one means that the password was lost.",
              "definition of msdb.dbo.sysmail_server");

  public static final Property<Text> CREDENTIAL_SET =
      Row.of("credential_set", Types.EXACT_TEXT, new Binding.ReadOnly())
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "When the server credential was last set, by the server's clock; empty without one.",
              "A script that would send the password to another server stops where it was set again"
                  + " meanwhile.",
              "sys.credentials reference");

  public static final Property<Set<Text>> PROFILES =
      Row.of("profiles", Types.TEXT_SET, new Binding.ReadOnly())
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "The mail profiles that use the account.",
              "An account in no profile sends nothing.",
              "definition of msdb.dbo.sysmail_profileaccount");

  public static final Property<String> AUTH =
      Row.of("auth", Types.choice(WAYS), new Binding.Computed(MailAuthentication::told))
          .symptom("5.7.1 Client was not authenticated")
          .because(
              "How the account logs in: anonymous, windows (as the SQL Server service) or basic"
                  + " (user name and password).",
              "An anonymous relay needs anonymous; basic needs a password, which a policy cannot"
                  + " hold and a script asks for.",
              UPDATE + "; definition of msdb.dbo.sysmail_server");

  public static final Catalogue CATALOGUE =
      new Catalogue(
          "mailAccounts",
          "mail account",
          Product.SQL_SERVER,
          List.of(
              EMAIL_ADDRESS,
              DISPLAY_NAME,
              REPLYTO_ADDRESS,
              DESCRIPTION,
              MAILSERVER_NAME,
              PORT,
              ENABLE_SSL,
              TIMEOUT,
              AUTH,
              USE_DEFAULT_CREDENTIALS,
              USERNAME,
              CREDENTIAL,
              CREDENTIAL_SET,
              PROFILES),
          refused());

  private MailAccountRows() {}

  private static Binding column(String name) {
    return column(name, name);
  }

  private static Binding column(String column, String parameter) {
    return new Binding.Column(column, parameter);
  }

  private static Predicate<Text> atMost(int length) {
    return text -> text.spelling().length() <= length;
  }

  /** A comma is legal only in quotes. */
  private static boolean oneAddress(Text text) {
    return text.spelling().replaceAll("\"[^\"]*\"", "").indexOf(',') < 0;
  }

  private static Map<String, String> refused() {
    Map<String, String> reasons = new LinkedHashMap<>();
    List.of("name", "account_name")
        .forEach(
            name ->
                reasons.put(name, "the name is the key of the account; renaming is not a setting"));
    reasons.put("account_id", "SQL Server numbers accounts by itself; the name is the key");
    reasons.put("password", "a policy holds no secret; a script asks for the password");
    List.of("mailserver_type", "servertype")
        .forEach(name -> reasons.put(name, "SMTP is the only type there is"));
    reasons.put("no_credential_change", "scripts always keep the password unless auth is changed");
    return reasons;
  }
}
