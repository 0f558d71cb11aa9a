package org.relaycheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MembersLawsTest {

  private static final int RUNS = 500;

  static List<ValueType<?>> sets() {
    return ValueLawsTest.types().stream().filter(type -> type.members().isPresent()).toList();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void union_minus_covers_and_disjoint_agree(ValueType<?> type) {
    laws(type);
  }

  private static <T> void laws(ValueType<T> type) {
    Members<T> members = type.members().orElseThrow();
    for (long seed = 0; seed < RUNS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      T a = Generators.value(type, random);
      T b = Generators.value(type, random);
      String what = "seed " + seed + ": " + type.show(a) + " and " + type.show(b);

      T union = members.union(a, b);
      T rest = members.minus(a, b);

      assertThat(same(members, union, members.union(b, a))).as(what).isTrue();
      assertThat(members.covers(union, a) && members.covers(union, b)).as(what).isTrue();
      assertThat(members.disjoint(rest, b)).as(what).isTrue();
      assertThat(members.covers(a, rest)).as(what).isTrue();
      assertThat(same(members, members.union(rest, b), union)).as(what).isTrue();
      assertThat(members.isEmpty(rest)).as(what).isEqualTo(members.covers(b, a));
      assertThat(rest.equals(a)).as(what).isEqualTo(members.disjoint(a, b));
      assertThat(members.disjoint(a, b)).as(what).isEqualTo(members.disjoint(b, a));
      assertThat(members.isEmpty(members.minus(a, a))).as(what).isTrue();
    }
  }

  /** The order of a list tells which was first, and is no matter of membership. */
  private static <T> boolean same(Members<T> members, T a, T b) {
    return members.covers(a, b) && members.covers(b, a);
  }
}
