package org.relaycheck.waivers;

import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.Waiver;

/**
 * A waiver that is to be written.
 *
 * @param scope where
 * @param accepted what
 * @param grant who and until when; empty text is left to a person, and refused until it is there
 */
public record WaiverDraft(Waiver.Scope scope, AcceptedDrift accepted, Waiver.Grant grant) {}
