package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTypeTest {

  @Test
  void order_matters_and_case_does_not() {
    Seen<List<Text>> stated = Types.NAME_LIST.read(Raw.items(List.of("Bulk", "Alerts")));

    assertThat(Types.NAME_LIST.read(Raw.items(List.of("BULK", "alerts")))).isEqualTo(stated);
    assertThat(Types.NAME_LIST.read(Raw.text("bulk, alerts"))).isEqualTo(stated);
    assertThat(Types.NAME_LIST.read(Raw.items(List.of("Alerts", "Bulk")))).isNotEqualTo(stated);
    assertThat(Types.NAME_LIST.read(Raw.items(List.of("Bulk")))).isNotEqualTo(stated);
  }

  @Test
  void one_name_is_a_list_of_one_and_none_is_empty() {
    assertThat(Types.NAME_LIST.read(Raw.text("Bulk")))
        .isEqualTo(Seen.of(List.of(Text.folded("bulk"))));
    assertThat(Types.NAME_LIST.read(new Raw.Empty())).isEqualTo(Seen.nothing());
  }

  @Test
  void a_name_that_is_there_twice_is_told() {
    assertThat(Types.NAME_LIST.read(Raw.items(List.of("Bulk", "Alerts", "bulk"))).problem())
        .contains("'bulk' is there twice; expected a list of different names, in their order");
  }

  @Test
  void it_has_no_members_as_nobody_could_say_where_a_missing_one_belongs() {
    assertThat(Types.NAME_LIST.members()).isEmpty();
    assertThat(Types.NAME_LIST.write(List.of(Text.folded("Bulk"), Text.folded("Alerts"))))
        .isEqualTo(Literal.Items.of(List.of("Bulk", "Alerts")));
  }

  @Test
  void words_in_one_text_are_parted_by_commas_with_or_without_blanks() {
    assertThat(Types.COMMA_SET.read(Raw.text("exe,dll, VBS ,js")))
        .isEqualTo(Types.COMMA_SET.read(Raw.items(List.of("js", "vbs", "DLL", "exe"))))
        .isNotEqualTo(Types.COMMA_SET.read(Raw.text("exe,dll,vbs")));
  }
}
