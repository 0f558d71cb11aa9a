package org.relaycheck.policy;

import org.relaycheck.state.Accepted;
import org.relaycheck.state.Waiver;

/**
 * A waiver that is to be written.
 *
 * @param scope where
 * @param accepted what
 * @param grant who and until when; empty text is left to a person, and refused until it is there
 */
public record WaiverDraft(Waiver.Scope scope, Accepted accepted, Waiver.Grant grant) {}
