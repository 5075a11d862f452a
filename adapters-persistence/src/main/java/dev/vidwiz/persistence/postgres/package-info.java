/**
 * The engine room of PostgreSQL: the only package that knows its driver. What leans on a behavior
 * of the driver or of the server has a test in {@code PostgresDriverTest} or a test of its own.
 *
 * <ul>
 *   <li>{@link PostgresConnections}: a pool; an outage is told as such and is over by itself.
 *   <li>{@code PostgresProperties}: how the driver is set up, poolers included; no value of a row
 *       gets into a log.
 *   <li>{@code WatchedSocket}, {@link WatchedSockets}: an answer that does not come is noticed
 *       without a timer for each read.
 *   <li>{@link BatchedLookup}: concurrent look-ups share one query.
 *   <li>{@link ClaimCursor}: a claim does not pass the rows that were claimed before it.
 *   <li>{@link PostgresNotifier}: commits that notify do not wait for each other.
 *   <li>{@link PostgresListener}: other servers' notifications arrive in milliseconds, and a lost
 *       connection is replaced.
 *   <li>{@code PostgresTypes}: times cut to microseconds, JSON for json and jsonb columns.
 *   <li>{@link PostgresGuard}: several servers can start and migrate at once.
 *   <li>{@link PostgresDedicatedConnection}: bulk work without limits on the time of a statement.
 * </ul>
 */
@NullMarked
package dev.vidwiz.persistence.postgres;

import org.jspecify.annotations.NullMarked;
