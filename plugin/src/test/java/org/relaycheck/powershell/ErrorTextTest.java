package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

  private static final String OBJECTS =
      "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
          + "<Obj S=\"progress\" RefId=\"0\"><MS><S N=\"Activity\">Preparing</S></MS></Obj>"
          + "<S S=\"Error\">it broke_x000D__x000A_</S><S S=\"Error\">at line 1</S></Objs>";

  @Test
  void only_errors_are_kept_and_decoded() {
    assertThat(of("#< CLIXML\r\n" + OBJECTS)).isEqualTo("it broke\r\nat line 1");
  }

  @Test
  void a_shell_within_a_shell_writes_two_headers() {
    assertThat(of("#< CLIXML\r\n#< CLIXML\r\n" + OBJECTS + OBJECTS))
        .isEqualTo("it broke\r\nat line 1it broke\r\nat line 1");
  }

  @Test
  void what_is_not_clixml_is_kept_as_it_is() {
    assertThat(of("'powershell.exe' is not recognized\r\n"))
        .isEqualTo("'powershell.exe' is not recognized");
    assertThat(of("#< CLIXML\r\n<Objs><S S=\"Error\">cut")).isEqualTo("<Objs><S S=\"Error\">cut");
    assertThat(of("<Objs><S S=\"Error\"></Objs>")).isEqualTo("<Objs><S S=\"Error\"></Objs>");
  }

  @Test
  void entities_are_never_resolved() {
    String bomb =
        "<!DOCTYPE Objs [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<Objs><S S=\"Error\">&e;</S></Objs>";

    assertThat(of(bomb)).isEqualTo(bomb);
  }

  @Test
  void it_stays_short() {
    assertThat(of("x".repeat(300_000))).hasSize(2004).endsWith(" ...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IBM850", "windows-31j"})
  void another_code_page_costs_letters_but_no_more(String page) {
    byte[] bytes = "Zugriff verweigert: Prüfung プ".getBytes(Charset.forName(page));

    assertThat(ErrorText.of(bytes)).startsWith("Zugriff verweigert: Pr");
  }

  private static String of(String text) {
    return ErrorText.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
