package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
  void members_are_told_without_order_and_what_is_added_comes_last() {
    Members<List<Text>> members = Types.NAME_LIST.members().orElseThrow();
    List<Text> all = names("Bulk", "Alerts", "Third");

    assertThat(members.covers(all, names("third", "BULK"))).isTrue();
    assertThat(members.covers(all, names("Fourth"))).isFalse();
    assertThat(members.disjoint(all, names("Fourth"))).isTrue();
    assertThat(members.disjoint(all, names("Fourth", "alerts"))).isFalse();
    assertThat(members.union(all, names("Fourth", "ALERTS", "Fifth")))
        .isEqualTo(names("Bulk", "Alerts", "Third", "Fourth", "Fifth"));
    assertThat(members.minus(all, names("alerts"))).isEqualTo(names("Bulk", "Third"));
    assertThat(members.isEmpty(members.minus(all, all))).isTrue();
  }

  @Test
  void a_remark_of_an_answer_is_no_part_of_a_name() {
    Members<List<Text>> members =
        Types.nameList(entry -> entry.replaceAll(" \\(.*\\)", "")).members().orElseThrow();
    List<Text> tied = names("Bulk (1)", "Alerts");

    assertThat(members.covers(tied, names("Bulk"))).isTrue();
    assertThat(members.union(tied, names("Bulk"))).isEqualTo(tied);
    assertThat(members.minus(tied, names("Bulk"))).isEqualTo(names("Alerts"));
  }

  private static List<Text> names(String... names) {
    return Stream.of(names).map(Text::folded).toList();
  }

  @Test
  void a_script_writes_the_names_in_their_order() {
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
