/**
 * SMTP servers by Angus Mail.
 *
 * <p>The package knows the library and its ways; it knows no policy and no setting, and decides
 * nothing about what comes back.
 */
@NullMarked
package org.relaycheck.smtp;

import org.jspecify.annotations.NullMarked;
