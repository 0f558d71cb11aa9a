package org.relaycheck.standin.tsql;

import org.jspecify.annotations.Nullable;

/** What gives a value: null, a Long, a String or a {@link Bin}. */
interface Expression {
  @Nullable Object value(Session session, Scope scope);
}
