package org.relaycheck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlSwitchTest {

  @Test
  void a_switch_is_a_variable_of_sqlcmd_that_only_yes_turns_on() {
    assertThat(new SqlSwitch("AllowNarrowing").declared("@allow"))
        .containsExactly("DECLARE @allow nvarchar(256);", "SET @allow = N'$(AllowNarrowing)';");
    assertThat(SqlSwitch.isOn("@allow")).isEqualTo("@allow = N'yes'");
  }
}
