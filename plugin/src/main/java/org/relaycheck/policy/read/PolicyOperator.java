package org.relaycheck.policy.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;

/** A way to say what a setting must be. */
enum PolicyOperator {
  IS("is"),
  AT_LEAST("atLeast"),
  AT_MOST("atMost"),
  BETWEEN("between"),
  ONE_OF("oneOf"),
  NOT("not"),
  MATCHES("matches"),
  CONTAINS("contains"),
  EXCLUDES("excludes"),
  ANY("any");

  private final String word;

  PolicyOperator(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<PolicyOperator> of(String word) {
    return Arrays.stream(values()).filter(operator -> operator.word.equals(word)).findFirst();
  }

  /** Whether values of a row can be compared this way. */
  boolean fits(Property<?> row) {
    return switch (this) {
      case IS, ONE_OF, NOT, ANY -> true;
      case AT_LEAST, AT_MOST, BETWEEN -> row.type().order().isPresent();
      case MATCHES -> row.type().patterns().isPresent();
      case CONTAINS, EXCLUDES -> row.type().members().isPresent();
    };
  }

  /** Whether the two may stand together. */
  boolean joins(PolicyOperator other) {
    return switch (this) {
      case AT_LEAST, AT_MOST -> other == AT_LEAST || other == AT_MOST;
      case CONTAINS, EXCLUDES -> other == CONTAINS || other == EXCLUDES;
      case IS, BETWEEN, ONE_OF, NOT, MATCHES, ANY -> false;
    };
  }

  /** The words that fit a row. */
  static List<String> wordsFor(Property<?> row) {
    return Arrays.stream(values()).filter(o -> o.fits(row)).map(PolicyOperator::word).toList();
  }
}
