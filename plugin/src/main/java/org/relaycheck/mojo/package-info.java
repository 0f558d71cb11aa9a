/**
 * The goals: parameters in, outcome out.
 *
 * <p>The only package that knows Maven, and the one that chooses the adapters.
 */
@NullMarked
package org.relaycheck.mojo;

import org.jspecify.annotations.NullMarked;
