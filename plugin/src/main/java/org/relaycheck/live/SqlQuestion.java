package org.relaycheck.live;

/**
 * What a SQL Server is asked about one kind: constant T-SQL for 2008 R2 and later that only SELECTs
 * and asks for its rights first. The first column's name says what the rows of a result set are:
 *
 * <ul>
 *   <li>{@code resource}: a resource each, by name; {@code changed by} and {@code changed at} tell
 *       its last change, every other column is a setting, NULL if it is empty. A column {@code
 *       unread a b} tells, unless NULL, why the settings a and b could not be read.
 *   <li>{@code list}: the resource, and a piece of the setting that the second column is named
 *       after, in order. A resource without a row has none.
 *   <li>{@code setting of}: the resource, {@code setting}, {@code value} and {@code unread}, why it
 *       could not be read.
 *   <li>{@code unread}: why nothing of the kind could be read.
 * </ul>
 *
 * @param kind the kind's key in a policy
 * @param sql whole statements, each with its semicolon
 */
public record SqlQuestion(String kind, String sql) {}
