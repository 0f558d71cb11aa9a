/** A page for people that is written part by part, as plain lines or as Markdown. */
@NullMarked
package org.relaycheck.report.page;

import org.jspecify.annotations.NullMarked;
