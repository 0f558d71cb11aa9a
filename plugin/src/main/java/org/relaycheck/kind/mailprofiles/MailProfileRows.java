package org.relaycheck.kind.mailprofiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;

/** The table of Database Mail profile settings. */
public final class MailProfileRows {

  private static final int DESCRIPTION_LENGTH = 256;
  private static final String FAILOVER = "Database Mail failover guide";
  private static final String GRANTS = "sysmail_add_principalprofile_sp reference and source";

  public static final Property<Text> DESCRIPTION =
      Row.of("description", Types.EXACT_TEXT, new Binding.Column("description", "description"))
          .allows(
              text -> text.spelling().length() <= DESCRIPTION_LENGTH,
              "text of at most 256 characters")
          .because(
              "Free text for people.",
              "The place to say who sends with the profile.",
              "sysmail_update_profile_sp reference");

  public static final Property<List<Text>> ACCOUNTS =
      Row.of(
              "accounts",
              Types.nameList(ListedAccount::bare),
              new Binding.Column("sequence_number", "sequence_number"))
          .symptom("profile name is not valid")
          .because(
              "The accounts that a mail is tried with, the first one first.",
              "Their order is compared, not their numbers, which may have gaps. A profile without"
                  + " an account sends nothing.",
              FAILOVER + "; definition of msdb.dbo.sysmail_profileaccount");

  public static final Property<Boolean> TIES =
      Row.of("ties", Types.FLAG, new Binding.ReadOnly())
          .trait(SettingTrait.WHERE_ONLY)
          .because(
              "Whether two accounts of the profile have the same sequence number.",
              "Which of the two is tried first is then undefined.",
              FAILOVER + "; definition of msdb.dbo.sysmail_profileaccount");

  public static final Property<Set<Text>> GRANTED_TO =
      Row.of("grants", Types.TEXT_SET, new Binding.Column("principal_sid", "principal_name"))
          .symptom("profile name is not valid")
          .because(
              "The users and Windows groups of msdb that may send with the profile; 'public' for"
                  + " everybody.",
              "A grant to public lets every user of sp_send_dbmail send through the relay. 'orphan'"
                  + " and a SID is a grant whose user is gone.",
              GRANTS);

  public static final Property<Set<Text>> DEFAULT_FOR =
      Row.of("default_for", Types.TEXT_SET, new Binding.Column("is_default", "is_default"))
          .symptom("No global profile is configured")
          .because(
              "The users whose mail takes the profile if it names none; 'public' for everybody"
                  + " without a default of their own.",
              "A second default for the same user takes the first one away.",
              GRANTS);

  public static final Property<Boolean> AGENT =
      Row.of(
              "agent",
              Types.FLAG,
              new Binding.ByHand(
                  "set the mail profile in the properties of SQL Server Agent (on Linux: mssql-conf"
                      + " set sqlagent.databasemailprofile) and restart SQL Server Agent"))
          .because(
              "Whether SQL Server Agent sends its alerts with the profile.",
              "SQL Server Agent keeps the name outside of msdb, so a renamed profile is lost to"
                  + " it. A Managed Instance always takes AzureManagedInstance_dbmail_profile.",
              "SQL Server Agent mail guide; Azure SQL Managed Instance job automation guide");

  public static final Catalogue CATALOGUE =
      new Catalogue(
          "mailProfiles",
          "mail profile",
          Product.SQL_SERVER,
          List.of(DESCRIPTION, ACCOUNTS, TIES, GRANTED_TO, DEFAULT_FOR, AGENT),
          refused());

  private MailProfileRows() {}

  private static Map<String, String> refused() {
    Map<String, String> reasons = new LinkedHashMap<>();
    List.of("name", "profile_name")
        .forEach(
            name ->
                reasons.put(name, "the name is the key of the profile; renaming is not a setting"));
    reasons.put("profile_id", "SQL Server numbers profiles by itself; the name is the key");
    reasons.put("sequence_number", "state 'accounts' in their order; the numbers do not matter");
    reasons.put("is_default", "state 'default_for' with the users it is the default of");
    reasons.put("principal_name", "state 'grants' with all users that may send");
    return reasons;
  }
}
