/**
 * Scripts that fix mail accounts, through the procedures of msdb and never at the price of a
 * password.
 */
@NullMarked
package org.relaycheck.script.mailaccounts;

import org.jspecify.annotations.NullMarked;
