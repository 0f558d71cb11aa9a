/**
 * Executes T-SQL scripts in memory: sqlcmd's own language, a scanner, an interpreter of exactly
 * what our scripts use, and msdb with what its procedures really do. Whatever it does not know,
 * fails.
 */
@NullMarked
package org.relaycheck.standin.tsql;

import org.jspecify.annotations.NullMarked;
