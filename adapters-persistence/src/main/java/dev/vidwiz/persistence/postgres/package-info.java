/**
 * The only package that uses the driver of PostgreSQL. Whatever depends on a behavior of the driver
 * or the server has a test, in {@code PostgresDriverTest} or separately.
 *
 * <ul>
 *   <li>{@link PostgresConnections}: a pool; an outage has its own exception, and calls succeed
 *       again after it.
 *   <li>{@link SqlState}: what the codes of its errors mean.
 *   <li>{@link PostgresTimeouts}: long work without the limits of an administrator.
 *   <li>{@code PostgresProperties}: the driver's properties, also for poolers; no values of rows in
 *       logs.
 *   <li>{@code WatchedSocket}, {@link WatchedSockets}: timeouts without a timer for each read.
 *   <li>{@link BatchedLookup}: concurrent lookups share one query.
 *   <li>{@link PostgresNotifier}: commits with notifications do not wait for each other.
 *   <li>{@link PostgresListener}: notifications of other servers arrive in milliseconds; a lost
 *       connection is replaced.
 *   <li>{@code PostgresTypes}: times truncated to microseconds; JSON for json and jsonb columns.
 *   <li>{@link PostgresGuard}: several servers can start and migrate at the same time.
 *   <li>{@link PostgresDedicatedConnection}: bulk work without timeouts of statements.
 *   <li>{@code BorrowedConnection}: connections of another program are given back as they were.
 * </ul>
 */
@NullMarked
package dev.vidwiz.persistence.postgres;

import org.jspecify.annotations.NullMarked;
