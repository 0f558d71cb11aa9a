/**
 * Reaching a PowerShell, or a file that it wrote, over SSH.
 *
 * <p>It knows what is run and how an answer is told from its package {@code powershell}, and
 * nothing of Exchange.
 */
@NullMarked
package org.relaycheck.ssh;

import org.jspecify.annotations.NullMarked;
