/**
 * What PowerShell says and how: its serialised objects.
 *
 * <p>The package knows no setting, no kind of resource and no policy.
 */
@NullMarked
package org.relaycheck.powershell;

import org.jspecify.annotations.NullMarked;
