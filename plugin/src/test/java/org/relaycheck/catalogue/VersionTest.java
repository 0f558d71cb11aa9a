package org.relaycheck.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VersionTest {

  private static final NamedRelease SECOND = new NamedRelease("second", Version.of(2, 1));
  private static final NamedRelease THIRD = new NamedRelease("third", Version.of(3));

  @Test
  void numbers_are_compared_one_by_one_and_missing_ones_are_zero() {
    assertThat(Version.of(14, 10)).isGreaterThan(Version.of(14, 9, 5));
    assertThat(Version.of(15)).isEqualByComparingTo(Version.of(15, 0, 0));
    assertThat(Version.of(8, 3)).isLessThan(Version.of(14));
  }

  @Test
  void both_spellings_of_a_version_are_read() {
    assertThat(Version.parse("Version 15.2 (Build 1118.7)"))
        .isEqualTo(Version.parse("15.2.1118.7"))
        .contains(Version.of(15, 2, 1118, 7));
    assertThat(Version.parse("unknown")).isEmpty();
  }

  @Test
  void a_setting_is_there_from_its_first_release_until_the_one_without_it() {
    VersionValidity validity =
        new VersionValidity(Optional.of(SECOND), Optional.of(THIRD), Set.of("EDGE"));

    assertThat(validity.lacking(Optional.of(Version.of(2, 0)), Optional.empty()))
        .contains("it came with second");
    assertThat(validity.lacking(Optional.of(Version.of(2, 1)), Optional.empty())).isEmpty();
    assertThat(validity.lacking(Optional.of(Version.of(2, 9)), Optional.empty())).isEmpty();
    assertThat(validity.lacking(Optional.of(Version.of(3, 0)), Optional.empty()))
        .contains("it is gone since third");
    assertThat(validity.lacking(Optional.empty(), Optional.of("EDGE")))
        .contains("the role EDGE does not have it");
    assertThat(validity.lacking(Optional.empty(), Optional.of("MAILBOX"))).isEmpty();
    assertThat(VersionValidity.always().lacking(Optional.of(Version.of(1)), Optional.of("EDGE")))
        .isEmpty();
  }
}
