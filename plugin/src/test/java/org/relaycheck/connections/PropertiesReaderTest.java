package org.relaycheck.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.yaml.PolicyException;

/** The driver passes over a name that it does not know; here it is a problem. */
class PropertiesReaderTest {

  @TempDir Path folder;

  @Test
  void properties_are_read_and_a_path_is_relative_to_its_file() throws Exception {
    HostWay.SqlServer way =
        way(
            "{sqlserver: sql01.example, auth: integrated, instance: PAYROLL, properties: {encrypt:"
                + " strict, multiSubnetFailover: true, serverCertificate: keys/sql01.pem}}");

    assertThat(way.address()).isEqualTo("sql01.example\\PAYROLL");
    assertThat(way.properties())
        .isEqualTo(
            Map.of(
                SqlProperty.ENCRYPT, "strict",
                SqlProperty.MULTI_SUBNET_FAILOVER, "true",
                SqlProperty.SERVER_CERTIFICATE, folder.resolve("keys/sql01.pem").toString()));
  }

  @Test
  void a_misspelt_property_is_a_problem_with_the_right_spelling() {
    assertThat(problem("{trustServerCertifcate: true}"))
        .contains("'trustServerCertifcate' is not a key of properties")
        .contains("trustServerCertificate");
  }

  @Test
  void a_value_that_the_driver_would_misread_is_a_problem() {
    assertThat(problem("{encrypt: of}"))
        .contains("'encrypt': found 'of'; expected mandatory, strict or optional");
    assertThat(problem("{realm: [a]}")).contains("'realm': found a list; expected a realm");
  }

  @Test
  void a_pinned_certificate_that_the_driver_would_pass_over_is_a_problem() {
    assertThat(problem("{serverCertificate: sql01.cer}"))
        .contains("'serverCertificate' is used only with 'encrypt: strict'");
    assertThat(problem("{serverCertificate: sql01.cer, encrypt: mandatory}"))
        .contains("or state the certificate as 'trustStore'");
  }

  @Test
  void properties_are_a_mapping() {
    assertThat(problem("encrypt=strict")).contains("'properties': found 'encrypt=strict'");
  }

  @Test
  void properties_have_a_meaning_only_for_a_sql_server() {
    PolicyException wrong =
        catchThrowableOfType(
            PolicyException.class, () -> way("{recorded: a.xml, properties: {encrypt: strict}}"));

    assertThat(wrong.problems().toString())
        .contains("'properties' works only together with 'sqlserver'");
  }

  private String problem(String properties) {
    PolicyException wrong =
        catchThrowableOfType(
            PolicyException.class,
            () ->
                way(
                    "{sqlserver: sql01.example, auth: integrated, properties: "
                        + properties
                        + "}"));
    return wrong.problems().toString();
  }

  private HostWay.SqlServer way(String host) throws Exception {
    Path file = folder.resolve("relay-connections.yaml");
    Files.writeString(file, "hosts: {SQL01: " + host + "}\n");
    return (HostWay.SqlServer) new ConnectionsReader(folder).read(file).hosts().get("SQL01").way();
  }
}
