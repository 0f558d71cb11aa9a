package org.relaycheck.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.state.LastChange;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;

/** From an answer's values to readings. */
class CatalogueTableTest {

  private static final Property<Text> NAME =
      Row.of("Fqdn", Types.EXACT_TEXT, new Binding.SetParameter())
          .because("its name", "clients see it", "made up");

  private static final Property<Boolean> NAMED =
      Row.of("named", Types.FLAG, new Binding.Computed(CatalogueTableTest::named))
          .because("whether it has a name", "to select by", "made up");

  private static Raw named(Binding.Others settings) {
    Seen<Text> name = settings.seen(NAME);
    return name.problem()
        .<Raw>map(Raw.Unread::new)
        .orElseGet(() -> Raw.text(Boolean.toString(name.known().isPresent())));
  }

  private static Observed read(Map<String, Raw> values) {
    Catalogue gates =
        new Catalogue("gates", "gate", Product.EXCHANGE, List.of(NAME, NAMED), Map.of());
    AnswerItem item = new AnswerItem("gates", "A", Optional.empty(), values, LastChange.unknown());
    return new CatalogueTable(gates, new ReadingCache()).read(item, "EX01");
  }

  private static <T> Optional<T> known(Observed observed, Property<T> row) {
    return observed.settings().get(row).map(Reading::seen).flatMap(Seen::known);
  }

  @Test
  void the_case_of_a_name_is_the_systems_own_affair() {
    Observed observed = read(Map.of("FQDN", Raw.text("relay.example.com")));

    assertThat(known(observed, NAME)).map(Text::spelling).contains("relay.example.com");
    assertThat(known(observed, NAMED)).contains(true);
  }

  @Test
  void a_computed_setting_is_unread_where_what_it_is_made_of_is() {
    Observed observed = read(Map.of("Fqdn", new Raw.Unread("not permitted")));

    assertThat(observed.settings().get(NAMED)).isEmpty();
    assertThat(observed.unread()).containsEntry(NAME, "not permitted");
    assertThat(observed.unread()).containsEntry(NAMED, "not permitted");
  }

  @Test
  void what_is_not_mentioned_is_no_value_to_a_computed_setting() {
    Observed observed = read(Map.of());

    assertThat(observed.unread()).containsOnlyKeys(NAMED);
    assertThat(observed.unread().get(NAMED)).contains("does not mention Fqdn");
  }

  @Test
  void an_answer_cannot_give_a_computed_setting() {
    Observed observed = read(Map.of("Fqdn", new Raw.Empty(), "named", Raw.text("true")));

    assertThat(known(observed, NAMED)).contains(false);
  }
}
