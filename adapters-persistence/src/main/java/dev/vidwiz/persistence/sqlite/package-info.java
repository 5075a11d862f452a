/**
 * The engine room of SQLite: the only package that knows its driver. What leans on a behavior of
 * the driver or of SQLite has a test in {@code SqliteDriverTest} or a test of its own.
 *
 * <ul>
 *   <li>{@link SqliteConnections}: one connection that writes and four that read, so that neither
 *       waits for the other.
 *   <li>{@code SqliteWriter}: concurrent writers share a commit.
 *   <li>{@code FairPermits}: threads queue in Java; in SQLite's own wait, a virtual thread would
 *       hold its platform thread.
 *   <li>{@code StatementCache}: a statement is prepared once for each connection.
 *   <li>{@link SqliteSamples}: a statement is planned once, not again for each value.
 *   <li>{@code SqliteTypes}, {@code SqliteTime}: times and JSON as text, read without a formatter.
 *   <li>{@link FileGuard}: several processes can open and migrate a new file at once.
 *   <li>{@link SqliteDedicatedConnection}, {@link SqliteBackup}: bulk work and copies of a whole
 *       file while the server runs.
 * </ul>
 */
@NullMarked
package dev.vidwiz.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
