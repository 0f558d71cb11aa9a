package org.relaycheck.report.explain;

import java.util.Optional;
import org.relaycheck.report.page.ReportPage;

/**
 * What there is to say to a question.
 *
 * @param page for people
 * @param diagnosis what came of the logs and texts; empty if none was asked about
 */
public record ExplanationText(ReportPage page, Optional<LogDiagnosis> diagnosis) {}
