package org.relaycheck.resource.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relaycheck.dialect.TSql;
import org.relaycheck.remedy.SqlPhrases;
import org.relaycheck.remedy.Switch;

/** What is said of a profile; nothing for none. */
record DescriptionChange(String before, String after) implements Aspect {

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
  public Set<Switch> switches() {
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
  public Aspect back() {
    return new DescriptionChange(/* before= */ after, /* after= */ before);
  }
}
