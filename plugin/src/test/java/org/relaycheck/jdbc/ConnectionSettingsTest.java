package org.relaycheck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.naming.RefAddr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;
import org.relaycheck.live.SqlProperty;

/** What the driver is told. */
class ConnectionSettingsTest {

  private static final Optional<String> ID = Optional.of("sql-reader");

  @Test
  void tls_is_on_and_verified_and_nothing_is_tried_twice() throws Exception {
    SQLServerDataSource source = source(way(HostWay.Auth.SQL, Map.of()), account("relay_reader"));

    assertThat(source.getEncrypt()).isEqualTo("mandatory");
    assertThat(source.getTrustServerCertificate()).isFalse();
    assertThat(source.getConnectRetryCount()).isZero();
    assertThat(source.getDatabaseName()).isEqualTo("msdb");
    assertThat(source.getUser()).isEqualTo("relay_reader");
  }

  @ParameterizedTest
  @CsvSource({"PT60S, 15, 30, 60000", "PT10S, 10, 5, 10000", "PT0.5S, 1, 1, 500"})
  void every_limit_is_within_the_deadline(String deadline, int login, int query, int socket)
      throws Exception {
    ConnectionSettings settings =
        new ConnectionSettings(way(HostWay.Auth.SQL, Map.of()), Duration.parse(deadline));

    SQLServerDataSource source = settings.source(account("relay_reader"));

    assertThat(source.getLoginTimeout()).isEqualTo(login);
    assertThat(settings.querySeconds()).isEqualTo(query);
    assertThat(source.getSocketTimeout()).isEqualTo(socket);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,             192.0.2.1,    , 14330, 192.0.2.1:14330",
    "'[2001:db8::1]',       2001:db8::1,  , 14330, '[2001:db8::1]:14330'",
    "2001:db8::1,           2001:db8::1,  , 14330, '[2001:db8::1]:14330'",
    "sql01.example\\PAYROLL, sql01.example, , 14330, sql01.example:14330",
  })
  void a_port_is_asked_where_it_is_stated(
      String address, String host, String instance, int port, String told) throws Exception {
    HostWay.Login login = new HostWay.Login(HostWay.Auth.SQL, ID);
    HostWay.SqlServer way =
        new HostWay.SqlServer(address, Optional.of(port), login, Map.of(), Optional.empty());

    SQLServerDataSource source = source(way, account("relay_reader"));

    assertThat(source.getServerName()).isEqualTo(host);
    assertThat(source.getInstanceName()).isEqualTo(instance);
    assertThat(source.getPortNumber()).isEqualTo(port);
    assertThat(SqlServerAddress.of(way)).hasToString(told);
  }

  @Test
  void an_instance_without_a_port_is_left_to_the_browser() throws Exception {
    HostWay.Login login = new HostWay.Login(HostWay.Auth.SQL, ID);
    HostWay.SqlServer way =
        new HostWay.SqlServer("sql01.example\\PAYROLL", Optional.empty(), login, Optional.empty());

    SQLServerDataSource source = source(way, account("relay_reader"));

    assertThat(source.getServerName()).isEqualTo("sql01.example");
    assertThat(source.getInstanceName()).isEqualTo("PAYROLL");
    assertThat(SqlServerAddress.of(way)).hasToString("sql01.example\\PAYROLL");
  }

  @Test
  void ntlm_takes_the_domain_from_the_user_name() throws Exception {
    SQLServerDataSource source = source(way(HostWay.Auth.NTLM, Map.of()), account("CORP\\reader"));

    assertThat(told(source, "integratedSecurity")).isEqualTo("true");
    assertThat(told(source, "authenticationScheme")).isEqualTo("NTLM");
    assertThat(told(source, "domain")).isEqualTo("CORP");
    assertThat(source.getUser()).isEqualTo("reader");
  }

  @Test
  void a_stated_domain_is_stronger_than_the_one_in_the_user_name() throws Exception {
    SQLServerDataSource source =
        source(
            way(HostWay.Auth.NTLM, Map.of(SqlProperty.DOMAIN, "OTHER")), account("CORP\\reader"));

    assertThat(told(source, "domain")).isEqualTo("OTHER");
  }

  @Test
  void kerberos_needs_no_account_where_there_is_a_ticket() throws Exception {
    SQLServerDataSource source = source(way(HostWay.Auth.KERBEROS, Map.of()), Optional.empty());

    assertThat(told(source, "authenticationScheme")).isEqualTo("JavaKerberos");
    assertThat(source.getUser()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"Windows Server 2022, NativeAuthentication", "Linux, JavaKerberos"})
  void integrated_is_windows_own_way_or_the_ticket(String system, String scheme) {
    SQLServerDataSource source = new SQLServerDataSource();

    SqlAuthentication.integrated(source, system);

    assertThat(told(source, "integratedSecurity")).isEqualTo("true");
    assertThat(told(source, "authenticationScheme")).isEqualToIgnoringCase(scheme);
  }

  @Test
  void entra_asks_for_the_library_that_is_not_there() {
    assertThatThrownBy(() -> source(way(HostWay.Auth.ENTRA, Map.of()), Optional.empty()))
        .isInstanceOfSatisfying(
            AskingRefusal.class,
            refusal -> assertThat(refusal.asked().toString()).contains("com.azure:azure-identity"));
  }

  @ParameterizedTest
  @EnumSource(
      value = HostWay.Auth.class,
      names = {"SQL", "NTLM"})
  void an_account_without_a_password_is_refused_here(HostWay.Auth auth) {
    LoginAccount bare =
        new LoginAccount(
            Optional.of("CORP\\reader"), Optional.empty(), Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> source(way(auth, Map.of()), Optional.of(bare)))
        .isInstanceOf(AskingRefusal.class)
        .hasMessage("the <server> 'sql-reader' in settings.xml has no <password>");
  }

  @ParameterizedTest
  @EnumSource(SqlProperty.class)
  void every_property_reaches_the_driver(SqlProperty property) throws Exception {
    String value = example(property);

    SQLServerDataSource source =
        source(way(HostWay.Auth.SQL, Map.of(property, value)), account("relay_reader"));

    assertThat(told(source, property.title())).isEqualToIgnoringCase(value);
  }

  @ParameterizedTest
  @EnumSource(SqlProperty.class)
  void no_property_takes_what_it_does_not_know(SqlProperty property) {
    assertThatThrownBy(
            () -> source(way(HostWay.Auth.SQL, Map.of(property, "")), account("relay_reader")))
        .isInstanceOf(AskingRefusal.class)
        .hasMessage(property.title() + ": '' is not " + property.hint());
  }

  private static String example(SqlProperty property) {
    return switch (property) {
      case ENCRYPT -> "strict";
      case TRUST_SERVER_CERTIFICATE, MULTI_SUBNET_FAILOVER -> "true";
      case TRUST_STORE_TYPE -> "JKS";
      case IP_ADDRESS_PREFERENCE -> "IPv6First";
      case HOST_NAME_IN_CERTIFICATE, SERVER_CERTIFICATE, TRUST_STORE, SERVER_SPN, REALM, DOMAIN ->
          "an;example";
    };
  }

  private static HostWay.SqlServer way(HostWay.Auth auth, Map<SqlProperty, String> properties) {
    return new HostWay.SqlServer(
        "sql01.example",
        Optional.of(1433),
        new HostWay.Login(auth, ID),
        properties,
        Optional.empty());
  }

  private static SQLServerDataSource source(HostWay.SqlServer way, Optional<LoginAccount> account)
      throws AskingRefusal {
    return new ConnectionSettings(way, Duration.ofSeconds(60)).source(account);
  }

  private static Optional<LoginAccount> account(String user) {
    return Optional.of(
        new LoginAccount(
            Optional.of(user), Optional.of(Instance.PASSWORD), Optional.empty(), Optional.empty()));
  }

  /** What the driver remembers of a property. */
  private static String told(SQLServerDataSource source, String property) {
    RefAddr told = source.getReference().get(property);
    return told == null ? "" : String.valueOf(told.getContent());
  }
}
