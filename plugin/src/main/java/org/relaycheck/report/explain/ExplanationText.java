package org.relaycheck.report;

import java.util.Optional;

/**
 * What there is to say to a question.
 *
 * @param page for people
 * @param diagnosis what came of the logs and texts; empty if none was asked about
 */
public record Explanation(Page page, Optional<Diagnosis> diagnosis) {}
