/**
 * Asking Exchange through Windows PowerShell: what is sent, what comes back, its serialised
 * objects, and what went wrong.
 *
 * <p>It knows neither SSH nor policies nor settings: a {@link org.relaycheck.powershell.Shell} runs
 * one constant command, and everything else goes on its standard input.
 */
@NullMarked
package org.relaycheck.powershell;

import org.jspecify.annotations.NullMarked;
