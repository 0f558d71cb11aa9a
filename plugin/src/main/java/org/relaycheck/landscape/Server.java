package org.relaycheck.landscape;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.NamedRelease;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Version;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ExchangeReleases;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.value.address.AddressSet;

/** A host: what it is, what it tells of itself, and what is on it. */
public final class Server {

  private static final String FULL_NAME = "Fqdn";

  private final String host;
  private final String name;
  private final HostSurroundings around;
  private final LocalDate today;
  private final Optional<Map<String, String>> facts;

  /** Read once: rules ask for it at each of a server's connectors. */
  private final Map<Product, Optional<Version>> versions = new EnumMap<>(Product.class);

  private final Map<String, KindResources> stocks;
  private final ConnectorChoice reception;

  private Server(
      String host,
      SiteKnowledge site,
      Optional<Map<String, String>> facts,
      Function<Server, Map<String, KindResources>> stocks) {
    this.host = host;
    this.name = site.name(host);
    this.around = site.around(host);
    this.today = site.today();
    this.facts = facts;
    for (Product product : Product.values()) {
      versions.put(product, facts.flatMap(product::version));
    }
    this.stocks = Map.copyOf(stocks.apply(this));
    this.reception = new ConnectorChoice(this);
  }

  /** A server that answered. */
  static Server read(
      String host,
      SiteKnowledge site,
      Map<String, String> facts,
      Function<Server, Map<String, KindResources>> stocks) {
    return new Server(host, site, Optional.of(facts), stocks);
  }

  /** A server that did not answer, or that nobody asked. */
  static Server untold(
      String host, SiteKnowledge site, Function<Server, Map<String, KindResources>> stocks) {
    return new Server(host, site, Optional.empty(), stocks);
  }

  /** Its key in the connections. */
  public String host() {
    return host;
  }

  /** The name that it gives itself. */
  public String name() {
    return name;
  }

  /** Every name that is its own: what it calls itself, its key, and its full name in DNS. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(host));
    names.add(name);
    fullName().ifPresent(names::add);
    return names;
  }

  /** Its name in DNS, if it tells it. */
  public Optional<String> fullName() {
    return told(FULL_NAME).filter(full -> !full.isEmpty());
  }

  /** Every name by which it is called: its own, and those of which people say so. */
  public Set<String> calledBy() {
    Set<String> names = new LinkedHashSet<>(around.answers());
    names.addAll(names());
    return names;
  }

  /** What it sees of who calls it by a name; who calls it by its own passes the balancer. */
  public Optional<AddressSet> seenAs(String called) {
    return answersFor(called) ? around.seenAs() : Optional.empty();
  }

  /** Whether people say that a name leads to it, as a balancer's does. */
  boolean answersFor(String other) {
    return around.answers().stream().anyMatch(one -> Address.compareFolded(one, other) == 0);
  }

  /** What people tell of its place in the network. */
  public HostSurroundings around() {
    return around;
  }

  /** The day of the run, for what is so until a date. */
  public LocalDate today() {
    return today;
  }

  /** The version of a product on it. */
  public Version version(Product product) throws NotKnownException {
    return known(product)
        .orElseThrow(() -> new NotKnownException(untold("the version of " + product.title())));
  }

  private Optional<Version> known(Product product) {
    return versions.getOrDefault(product, Optional.empty());
  }

  /** Whether Exchange on it is of a release or a later one. */
  public boolean since(NamedRelease release) throws NotKnownException {
    return version(Product.EXCHANGE).compareTo(release.from()) >= 0;
  }

  /**
   * Whether Exchange holds back the last reply to a mail for MaxAcknowledgementDelay: 2007 does not
   * know the setting, 2013 and later show it and do not use it (Set-ReceiveConnector reference of
   * 2018; shadow redundancy guide).
   */
  public boolean delaysAcknowledgements() throws NotKnownException {
    return since(ExchangeReleases.EXCHANGE_2010) && !since(ExchangeReleases.EXCHANGE_2013);
  }

  /**
   * Whether the Front End Transport service runs on it: from Exchange 2016 on wherever mailboxes
   * are, on 2013 with the Client Access role (custom receive connector guide).
   */
  public boolean hasFrontEnd() throws NotKnownException {
    return since(ExchangeReleases.EXCHANGE_2016)
        || (since(ExchangeReleases.EXCHANGE_2013)
            && role(Product.EXCHANGE).contains("CLIENTACCESS"));
  }

  /** The role of a product on it, upper case. */
  public String role(Product product) throws NotKnownException {
    return facts
        .flatMap(product::role)
        .orElseThrow(() -> new NotKnownException(untold("the role of " + product.title())));
  }

  /** Whether its version or role is known to lack a setting. */
  public boolean lacks(Product product, Property<?> row) {
    Optional<String> role = facts.flatMap(product::role);
    return row.facts().validity().lacking(known(product), role).isPresent();
  }

  /** What it tells of itself under a name. */
  public String fact(String fact) throws NotKnownException {
    return told(fact).orElseThrow(() -> new NotKnownException(untold(fact)));
  }

  /** The same, if it does; for what is more where it is told, and no less where it is not. */
  public Optional<String> told(String fact) {
    return facts.flatMap(all -> Optional.ofNullable(all.get(fact)));
  }

  /** All facts whose names begin so, sorted, by what follows. */
  public Map<String, String> allTold(String beginning) {
    Map<String, String> told = new TreeMap<>();
    facts
        .orElse(Map.of())
        .forEach(
            (name, value) -> {
              if (name.startsWith(beginning)) {
                told.put(name.substring(beginning.length()), value);
              }
            });
    return told;
  }

  /** What a list of facts says of itself: that it was read, or why not. */
  void listed(String list) throws NotKnownException {
    Optional<String> unread = told("Unread." + list);
    if (told(list).isEmpty()) {
      throw new NotKnownException(
          unread
              .map(
                  why -> new UnknownFact(list + " were not read: " + why, "relay:doctor says more"))
              .orElseGet(() -> untold(list)));
    }
  }

  /** The certificates that it can use. */
  public List<Certificate> certificates() throws NotKnownException {
    return Certificate.of(this);
  }

  /** The domains whose mail its organisation takes. */
  public List<AcceptedDomain> acceptedDomains() throws NotKnownException {
    return AcceptedDomain.of(this);
  }

  private static UnknownFact untold(String what) {
    return new UnknownFact(
        what + " is not known: the answer does not contain it",
        "ask the host directly, or record it again with mvn relay:record");
  }

  /** Its receive connectors that are known to be there; there may be others. */
  public List<Connector> connectors() {
    return known(ReceiveConnectorRows.CATALOGUE).stream().map(Connector.class::cast).toList();
  }

  /** Its mail accounts that are known to be there; there may be others. */
  public List<Account> accounts() {
    return known(MailAccountRows.CATALOGUE).stream().map(Account.class::cast).toList();
  }

  /** Which connector answers a contact, or why none does. */
  public AnsweringOrder answer(CallingClient contact) throws NotKnownException {
    all(ReceiveConnectorRows.CATALOGUE); // which must be known to be all
    return reception.of(contact);
  }

  /** The same of the connectors that are known; another one may be in their way. */
  public AnsweringOrder answerOfKnown(CallingClient contact) {
    return reception.of(contact);
  }

  /** Which connector the policy has for a contact. */
  public IntendedConnectors intent(CallingClient contact) {
    return reception.intent(contact);
  }

  /** The resources of a kind that the policy speaks of. */
  public List<ServerResource> compared(Catalogue kind) {
    return stock(kind).compared();
  }

  /** Those that the policy speaks of, and those that it names and that are not there. */
  List<ServerResource> meant(Catalogue kind) {
    List<ServerResource> meant = new ArrayList<>(stock(kind).compared());
    meant.addAll(stock(kind).missing());
    return meant;
  }

  /** Every resource of a kind that is known to be there; there may be others. */
  public List<ServerResource> known(Catalogue kind) {
    return stock(kind).all();
  }

  /** Every resource of a kind that there is. */
  public List<ServerResource> all(Catalogue kind) throws NotKnownException {
    KindResources stock = stock(kind);
    if (stock.gap().isPresent()) {
      throw new NotKnownException(stock.gap().get());
    }
    return stock.all();
  }

  /** Whether it has resources of a kind, or may have. */
  public boolean mayHave(Catalogue kind) {
    return stocks.containsKey(kind.kind());
  }

  private KindResources stock(Catalogue kind) {
    KindResources stock = stocks.get(kind.kind());
    return stock == null ? KindResources.unknown(unasked(kind)) : stock;
  }

  private static UnknownFact unasked(Catalogue kind) {
    return new UnknownFact(
        "the " + kind.plural() + " are not known: they were not asked for",
        "name one of them in the policy");
  }
}
