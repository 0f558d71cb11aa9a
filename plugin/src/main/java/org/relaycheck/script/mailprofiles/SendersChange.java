package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.script.SqlPhrases;

/**
 * Who may send with a profile and whose default it is.
 *
 * @param moves defaults that it takes from other profiles, and those that others take from it
 * @param returning whether it is the way back, on which other profiles get their defaults again
 */
record SendersChange(
    ProfileSenders before, ProfileSenders after, DefaultMoves moves, boolean returning)
    implements ProfileAspect {

  private static final String ADD = "sysmail_add_principalprofile_sp";
  private static final String UPDATE = "sysmail_update_principalprofile_sp";
  private static final String DELETE = "sysmail_delete_principalprofile_sp";
  private static final String KEYS = "@principal_id = @principal, @profile_id = @profile";

  @Override
  public String name() {
    return "senders";
  }

  @Override
  public String title() {
    return "grants and default_for are";
  }

  @Override
  public String from() {
    return before.sql(moves.elsewhere());
  }

  @Override
  public String to() {
    return after.sql(moves.elsewhere());
  }

  @Override
  public String is(String side) {
    String own = ProfileAspect.super.is(side);
    return moves.here().isEmpty() ? own : own + " AND @is_moved = @" + side + "_moved";
  }

  /** The expression of which other profiles are somebody's default before. */
  String fromMoved() {
    return returning ? DefaultMoves.after() : moves.before();
  }

  /** The expression of which other profiles are somebody's default afterwards. */
  String toMoved() {
    return returning ? moves.before() : DefaultMoves.after();
  }

  @Override
  public Set<ScriptSwitch> switches() {
    return ProfileAspect.switches(!lost().isEmpty(), gains(ProfileSenders.PUBLIC));
  }

  /** Who may no longer send with it, or not without naming it; not who gets another default. */
  List<String> lost() {
    return ProfileSenders.names(before, after).stream()
        .filter(name -> rank(after, name) < rank(before, name))
        .filter(name -> rank(after, name) == 0 || !getsAnother(name))
        .toList();
  }

  /** Whether somebody may do more than before. */
  boolean gains(String name) {
    return rank(after, name) > rank(before, name);
  }

  private boolean getsAnother(String name) {
    return returning && moves.here().getOrDefault(name, Optional.empty()).isPresent();
  }

  /** From no grant by a grant to a default; a default that another step sees to is a grant. */
  private int rank(ProfileSenders senders, String name) {
    Boolean isDefault = senders.grants().get(name);
    if (isDefault == null) {
      return 0;
    }
    return isDefault && !moves.elsewhere().contains(name) ? 2 : 1;
  }

  /** Whose grant is to go, and whose default another profile is to become before. */
  private List<String> handedOver() {
    return before.defaults().stream()
        .filter(name -> moves.elsewhere().contains(name) && rank(after, name) == 0)
        .toList();
  }

  /**
   * The same in steps of which none waits for one that waits for it: where profiles exchange
   * defaults, each first gives, and what it takes from somebody goes when all have given.
   */
  List<SendersChange> parts() {
    Set<String> given = names(1);
    Set<String> taken = names(-1);
    if (given.isEmpty() || handedOver().isEmpty()) {
      return List.of(this);
    }
    return List.of(
        new SendersChange(
            before.without(taken),
            after.without(taken),
            new DefaultMoves(moves.here(), moves.elsewhere(), taken),
            returning),
        new SendersChange(
            before.without(given),
            after.without(given),
            new DefaultMoves(Map.of(), moves.elsewhere(), given),
            returning));
  }

  /** Those who get more, or less. */
  private Set<String> names(int sign) {
    return ProfileSenders.names(before, after).stream()
        .filter(name -> Integer.compare(rank(after, name), rank(before, name)) == sign)
        .collect(Collectors.toSet());
  }

  /**
   * Statements that stop where somebody's grant is to go, whose default another profile is to
   * become, and has not become yet.
   */
  List<String> requireHandedOver() {
    List<String> names = handedOver();
    return returning || names.isEmpty() ? List.of() : ProfileSql.requireNoDefaultOf(names);
  }

  @Override
  public List<String> act() {
    List<String> sql = new ArrayList<>(requireHandedOver());
    for (String name : ProfileSenders.names(before, after)) {
      if (rank(before, name) != rank(after, name)) {
        sql.addAll(NumberLookup.principal(name));
        sql.addAll(change(name));
      }
    }
    sql.addAll(returned());
    return sql;
  }

  /** The statements that give other profiles back what this one took; none on the way there. */
  List<String> returned() {
    List<String> sql = new ArrayList<>();
    if (returning) {
      moves.here().forEach((name, other) -> other.ifPresent(one -> sql.addAll(give(name, one))));
    }
    return sql;
  }

  private List<String> change(String name) {
    int rank = rank(after, name);
    if (rank == 0) {
      return SqlPhrases.call(DELETE, KEYS);
    }
    List<String> sql = new ArrayList<>();
    sql.add("SET @default = " + (rank - 1) + ";");
    sql.addAll(
        SqlPhrases.call(rank(before, name) == 0 ? ADD : UPDATE, KEYS + ", @is_default = @default"));
    return sql;
  }

  /** Another profile is somebody's default again, which this one stops to be by that. */
  private static List<String> give(String name, String profile) {
    List<String> sql = new ArrayList<>(NumberLookup.principal(name));
    sql.addAll(NumberLookup.profile(profile));
    sql.add("SET @default = 1;");
    sql.addAll(
        SqlPhrases.call(
            UPDATE, "@principal_id = @principal, @profile_id = @other, @is_default = @default"));
    return sql;
  }

  @Override
  public Stream<String> needs() {
    List<String> needs = new ArrayList<>();
    lost().forEach(name -> needs.add(ProfileNeeds.narrowing(loses(name))));
    if (gains(ProfileSenders.PUBLIC)) {
      needs.add(
          ProfileNeeds.widening(
              after.defaults().contains(ProfileSenders.PUBLIC)
                  ? "it becomes the default of everybody"
                  : "everybody may send with it"));
    }
    moves.here().forEach((name, other) -> other.ifPresent(one -> needs.add(moves(name, one))));
    return needs.stream();
  }

  private String loses(String name) {
    if (after.grants().containsKey(name)) {
      return "it is no longer the default of " + ProfileNeeds.who(name);
    }
    String sends =
        name.equals(ProfileSenders.PUBLIC)
            ? "not everybody may send with it"
            : ProfileNeeds.who(name) + " may no longer send with it";
    return before.defaults().contains(name)
        ? sends + ", and it is no longer the default of " + ProfileNeeds.who(name)
        : sends;
  }

  private static String moves(String name, String other) {
    return "the default of " + ProfileNeeds.who(name) + " is '" + other + "' until then";
  }

  @Override
  public ProfileAspect back() {
    return new SendersChange(/* before= */ after, /* after= */ before, moves, !returning);
  }
}
