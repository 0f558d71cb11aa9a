package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relaycheck.dialect.TSql;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.script.SqlPhrases;

/** What is said of a profile; nothing for none. */
record DescriptionChange(String before, String after) implements ProfileAspect {

  private static final String PROCEDURE = "sysmail_update_profile_sp";

  @Override
  public String name() {
    return "description";
  }

  @Override
  public String title() {
    return "description is";
  }

  @Override
  public String from() {
    return SqlPhrases.bytes(before);
  }

  @Override
  public String to() {
    return SqlPhrases.bytes(after);
  }

  @Override
  public Set<ScriptSwitch> switches() {
    return Set.of();
  }

  @Override
  public List<String> act() {
    List<String> sql = new ArrayList<>();
    sql.add("SET @text = " + TSql.text(after) + ";");
    sql.addAll(SqlPhrases.call(PROCEDURE, "@profile_id = @profile, @description = @text"));
    return sql;
  }

  @Override
  public ProfileAspect back() {
    return new DescriptionChange(/* before= */ after, /* after= */ before);
  }
}
