package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.value.Raw;

class ClixmlTest {

  private static final String NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<S N='P'>a &amp; b</S>|a & b",
        "<S N='P'>one_x0009_two_x005F_x0041_</S>|one\ttwo_x0041_",
        "<S N='P'>_xD83D__xDE00_</S>|\uD83D\uDE00",
        "<S N='P'>_x005C__x0024_1</S>|\\$1",
        "<S N='P'><![CDATA[<a>]]></S>|<a>",
        "<B N='P'>true</B>|true",
        "<I32 N='P'>-5</I32>|-5",
        "<U64 N='P'>18446744073709551615</U64>|18446744073709551615",
        "<DT N='P'>2026-11-20T08:43:54Z</DT>|2026-11-20T08:43:54Z",
        "<Obj N='P' RefId='7'><ToString>Tls, Integrated</ToString><I32>3</I32></Obj>"
            + "|Tls, Integrated",
        "<Obj N='P' RefId='7'><TN RefId='7'><T>X</T></TN><I32>16384</I32></Obj>|16384",
        "<Obj N='P' RefId='7'><S>wrapped</S><MS><S N='note'>x</S></MS></Obj>|wrapped",
      })
  void a_property_is_the_text_that_powershell_shows(String xml, String text)
      throws XMLStreamException {
    List<ClixmlObject> bags = read(object(xml));

    assertThat(bags)
        .singleElement()
        .extracting(bag -> bag.properties().get("P"))
        .isEqualTo(Raw.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Nil N='P'/>",
        "<S N='P'></S>",
        "<Obj N='P' RefId='7'><ToString/></Obj>",
        "<Obj N='P' RefId='7'><LST/></Obj>",
        "<Obj N='P' RefId='7'><ToString>System.Object[]</ToString><LST/></Obj>",
        "<Obj N='P' RefId='7'><LST><Nil/><S></S></LST></Obj>",
      })
  void null_empty_text_and_an_empty_list_are_empty(String xml) throws XMLStreamException {
    assertThat(property(xml)).isEqualTo(new Raw.Empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LST", "IE", "QUE", "STK"})
  void a_list_is_the_texts_of_its_elements(String tag) throws XMLStreamException {
    String xml =
        ("<Obj N='P' RefId='7'><%s><Obj RefId='8'><ToString>a</ToString></Obj>"
                + "<S>b, c</S><I32>4</I32></%s></Obj>")
            .formatted(tag, tag);

    assertThat(property(xml)).isEqualTo(Raw.items(List.of("a", "b, c", "4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<C N='P'>65</C>",
        "<Obj N='P' RefId='7'><DCT><En><S N='Key'>k</S><S N='Value'>v</S></En></DCT></Obj>",
        "<Obj N='P' RefId='7'><Props><S N='x'>y</S></Props></Obj>",
        "<Obj N='P' RefId='7'><LST><Obj RefId='8'><LST><S>deep</S></LST></Obj></LST></Obj>",
        "<Ref N='P' RefId='0'/>",
      })
  void what_has_no_text_is_unread_and_not_empty(String xml) throws XMLStreamException {
    assertThat(property(xml)).isInstanceOf(Raw.Unread.class);
  }

  @Test
  void a_reference_is_what_it_refers_to_even_inside_of_something_else() throws XMLStreamException {
    List<ClixmlObject> bags =
        read(
            object(
                "<Obj N='A' RefId='7'><ToString>a</ToString><Props><Obj N='x' RefId='8'>"
                    + "<ToString>inner</ToString></Obj></Props></Obj>"
                    + "<Obj N='D' RefId='9'><DCT><En><S N='Key'>k</S><Obj N='Value' RefId='10'>"
                    + "<ToString>in a dictionary</ToString></Obj></En></DCT></Obj>"
                    + "<Ref N='B' RefId='7'/><Ref N='C' RefId='8'/><Ref N='E' RefId='10'/>"));

    assertThat(bags.get(0).properties())
        .containsEntry("B", Raw.text("a"))
        .containsEntry("C", Raw.text("inner"))
        .containsEntry("E", Raw.text("in a dictionary"));
  }

  @Test
  void types_are_told_in_full_and_by_reference() throws XMLStreamException {
    List<ClixmlObject> bags =
        read(
            "<Obj RefId='0'><TN RefId='0'><T>X.Y`1[[a_x005F_x]]</T><T>System.Object</T></TN></Obj>"
                + "<Obj RefId='1'><TNRef RefId='0'/></Obj>");

    assertThat(bags)
        .extracting(ClixmlObject::types)
        .containsExactly(
            List.of("X.Y`1[[a_x]]", "System.Object"), List.of("X.Y`1[[a_x]]", "System.Object"));
  }

  @Test
  void the_objects_of_a_list_that_was_exported_as_one_are_told_one_by_one()
      throws XMLStreamException {
    String list =
        "<Obj RefId='0'><TN RefId='0'><T>System.Object[]</T></TN><LST>"
            + "<Obj RefId='1'><Props><S N='P'>1</S></Props></Obj>"
            + "<Obj RefId='2'><Props><S N='P'>2</S></Props></Obj>"
            + "</LST><MS><I32 N='Count'>2</I32></MS></Obj>";

    List<ClixmlObject> bags = read(list + object("<S N='P'>3</S>"));

    assertThat(bags)
        .extracting(bag -> bag.properties().get("P"))
        .containsExactly(Raw.text("1"), Raw.text("2"), Raw.text("3"));
  }

  @Test
  void a_note_adds_to_the_properties_and_binary_data_is_left_out() throws XMLStreamException {
    List<ClixmlObject> bags =
        read(
            "<Obj RefId='0'><Props><S N='P'>own</S></Props><MS>"
                + "<G N='RunspaceId'>1</G><BA N='SerializationData'>AAEC</BA></MS></Obj>");

    assertThat(bags.get(0).properties())
        .isEqualTo(Map.of("P", Raw.text("own"), "RunspaceId", Raw.text("1")));
  }

  @Test
  void a_note_of_the_name_of_a_property_is_one_too_many() {
    assertThatThrownBy(
            () ->
                read(
                    "<Obj RefId='0'><Props><S N='P'>own</S></Props><MS><S N='P'>note</S></MS>"
                        + "</Obj>"))
        .hasMessageContaining("'P' is there twice");
  }

  @Test
  void what_is_no_object_is_told_by_its_element() throws XMLStreamException {
    assertThat(read("<S>text</S><Nil/>"))
        .extracting(ClixmlObject::types)
        .containsExactly(List.of("S"), List.of("Nil"));
  }

  @Test
  void references_to_lists_cannot_multiply() throws XMLStreamException {
    StringBuilder lists = new StringBuilder("<Obj N='L0' RefId='100'><LST><S>lol</S></LST></Obj>");
    for (int i = 1; i <= 60; i++) {
      String inner = "<Ref RefId='%d'/>".formatted(99 + i).repeat(10);
      lists.append("<Obj N='L%d' RefId='%d'><LST>%s</LST></Obj>".formatted(i, 100 + i, inner));
    }

    List<ClixmlObject> bags = read(object(lists.toString()));

    assertThat(bags.get(0).properties().get("L60")).isInstanceOf(Raw.Unread.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Obj RefId='0'><Props><Ref N='P' RefId='9'/></Props></Obj>|refers to the object '9'",
        "<Obj RefId='0'>text</Obj>|text stands between",
        "<Obj RefId='0' xmlns='urn:other'/>|another namespace",
        "<Obj RefId='0'><Props><S N='P'><b/></S></Props></Obj>|only text is expected",
      })
  void what_no_export_writes_is_refused_with_its_place(String xml, String why) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOfSatisfying(
            RefusedXmlException.class,
            refused -> {
              assertThat(refused.why()).contains(why);
              assertThat(refused.getLocation().getLineNumber()).isEqualTo(2);
            });
  }

  @Test
  void elements_too_deep_are_refused_before_they_use_up_the_stack() {
    String deep = "<Obj RefId='1'><Props>".repeat(100_000);

    assertThatThrownBy(() -> read(deep))
        .isInstanceOfSatisfying(
            RefusedXmlException.class, refused -> assertThat(refused.why()).contains("200 deep"));
  }

  private static String object(String properties) {
    return "<Obj RefId='0'><TN RefId='0'><T>X</T></TN><Props>" + properties + "</Props></Obj>";
  }

  private static Raw property(String xml) throws XMLStreamException {
    return Optional.ofNullable(read(object(xml)).get(0).properties().get("P")).orElseThrow();
  }

  private static List<ClixmlObject> read(String objects) throws XMLStreamException {
    String xml = "<Objs Version='1.1.0.1' xmlns='" + NAMESPACE + "'>\n" + objects + "\n</Objs>";
    Clixml clixml = new Clixml(StrictXml.open(new StringReader(xml)));
    List<ClixmlObject> bags = new ArrayList<>();
    for (Optional<ClixmlObject> bag = clixml.next(); bag.isPresent(); bag = clixml.next()) {
      bags.add(bag.get());
    }
    return bags;
  }
}
