/**
 * Policies: {@code PolicyReader} is the way in.
 *
 * <p>{@code read} makes statements of files, section by section; {@code merge} puts together what
 * several files, templates and baselines say; {@code edit} changes a policy's text and keeps its
 * comments; {@code preset} finds the policies that come with the plugin. The package knows no
 * particular setting, asks no server and compares nothing.
 */
@NullMarked
package org.relaycheck.policy;

import org.jspecify.annotations.NullMarked;
