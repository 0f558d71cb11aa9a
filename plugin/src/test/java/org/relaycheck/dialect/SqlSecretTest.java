package org.relaycheck.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guard lets through is tried on msdb's stand-in, with the scripts that have one. */
class SqlSecretTest {

  @Test
  void each_thing_that_is_no_secret_in_digits_has_an_error_of_its_own() {
    List<String> guard = new SqlSecret("PASSWORD_1").guarded("@secret", "@digits", 128);

    assertThat(guard.stream().filter(line -> line.contains("RAISERROR"))).hasSize(5);
    assertThat(guard)
        .contains(
            "SET @digits = \"$(PASSWORD_1)\";",
            "   OR DATALENGTH(@digits) % 8 <> 4",
            "IF DATALENGTH(@digits) > 1028",
            "IF DATALENGTH(LTRIM(RTRIM(@secret))) <> DATALENGTH(@secret)");
    assertThat(guard.get(4))
        .isEqualTo(
            "  RAISERROR(N'the sqlcmd variable PASSWORD_1 was not given; it holds the password',"
                + " 16, 1);");
  }

  @Test
  void a_name_that_some_tool_would_not_take_is_refused() {
    for (String name : List.of("", "1a", "a b", "a'b", "a)", "x".repeat(61))) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SqlSecret(name));
    }
    assertThat(new SqlSecret("x".repeat(60)).name()).hasSize(60);
  }
}
