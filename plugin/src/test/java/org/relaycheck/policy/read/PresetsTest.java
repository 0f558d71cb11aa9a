package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Row;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.policy.preset.ClassPathPresets;
import org.relaycheck.policy.preset.PresetSource;
import org.relaycheck.state.Policy;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;
import org.relaycheck.value.Vocabulary;
import org.relaycheck.yaml.PolicyException;

/** The presets on the class path. */
class PresetsTest {

  private static final ValueType<?> METHODS =
      Types.words(
          Vocabulary.empty()
              .word("None", 0)
              .word("Tls", 1)
              .word("Integrated", 2)
              .word("BasicAuth", 4)
              .word("BasicAuthRequireTLS", 8));
  private static final ValueType<?> GROUPS =
      Types.words(Vocabulary.empty().word("None", 0).word("AnonymousUsers", 1));

  /** The settings that presets speak of. */
  private static final Map<String, ValueType<?>> SETTINGS =
      Map.ofEntries(
          Map.entry("AuthMechanism", METHODS),
          Map.entry("Banner", Types.TEXT),
          Map.entry("ChunkingEnabled", Types.FLAG),
          Map.entry("ConnectionTimeout", Types.SPAN),
          Map.entry("DomainSecureEnabled", Types.FLAG),
          Map.entry("MaxAcknowledgementDelay", Types.SPAN),
          Map.entry("MaxHopCount", Types.COUNT),
          Map.entry("MaxInboundConnection", Types.LIMIT),
          Map.entry("MaxInboundConnectionPerSource", Types.LIMIT),
          Map.entry("MaxInboundConnectionPercentagePerSource", Types.COUNT),
          Map.entry("MaxRecipientsPerMessage", Types.COUNT),
          Map.entry("PermissionGroups", GROUPS),
          Map.entry("TarpitInterval", Types.SPAN));

  @TempDir Path folder;

  static List<String> names() {
    return source().names();
  }

  private static PresetSource source() {
    return new ClassPathPresets(Objects.requireNonNull(PresetsTest.class.getClassLoader()));
  }

  private static PolicyReader reader() {
    List<Property<?>> rows =
        SETTINGS.entrySet().stream()
            .<Property<?>>map(
                entry ->
                    Row.of(entry.getKey(), entry.getValue(), new Binding.SetParameter())
                        .because("", "", ""))
            .toList();
    Catalogue catalogue =
        new Catalogue("receiveConnectors", "receive connector", Product.EXCHANGE, rows, Map.of());
    return new PolicyReader(List.of(catalogue), List.of(), source());
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_preset_has_a_template_of_its_name_that_says_something(String name) throws PolicyException {
    Desk desk =
        Desk.in(folder)
            .lay(
                "policy.yaml",
                "version: 1\ninclude: 'preset:"
                    + name
                    + "'\nbaselines: [{like: "
                    + name
                    + ", hosts: EX01}]\n");

    Policy policy = reader().read(List.of(desk.path("policy.yaml")), Optional.empty());

    assertThat(policy.desired()).hasSize(1);
    assertThat(policy.desired().get(0).statements())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.why()).isPresent());
  }

  @Test
  void the_presets_of_the_index_are_there() {
    assertThat(names()).contains("bulk-relay", "disa-stig-exchange-2016-edge");
    assertThat(names()).allSatisfy(name -> assertThat(source().text(name)).isPresent());
  }

  @Test
  void what_the_index_does_not_name_is_no_preset() {
    assertThat(source().text("../presets/bulk-relay")).isEmpty();
    assertThat(source().text("index")).isEmpty();
  }

  @Test
  void without_presets_on_the_class_path_there_are_none() {
    PresetSource none =
        new ClassPathPresets(Objects.requireNonNull(ClassLoader.getPlatformClassLoader()));

    assertThat(none.names()).isEmpty();
    assertThat(none.text("bulk-relay")).isEmpty();
  }
}
