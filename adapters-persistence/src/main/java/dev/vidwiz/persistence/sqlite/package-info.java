/**
 * The only package that uses the driver of SQLite. Whatever depends on a behavior of the driver or
 * SQLite has a test, in {@code SqliteDriverTest} or separately.
 *
 * <ul>
 *   <li>{@link SqliteConnections}: one writer and four readers, which do not wait for each other.
 *   <li>{@code SqliteWriter}: concurrent writers share a commit.
 *   <li>{@code FairPermits}: threads wait in Java, because waiting in SQLite blocks a platform
 *       thread.
 *   <li>{@code StatementCache}: a statement is prepared once per connection.
 *   <li>{@link SqliteSamples}: a statement is planned once, not for each value.
 *   <li>{@code SqliteTypes}, {@code SqliteTime}: times and JSON as text, read without a formatter.
 *   <li>{@link FileGuard}: several processes can open and migrate a file at the same time.
 *   <li>{@link SqliteDedicatedConnection}, {@link SqliteBackup}: bulk work, and copies of a file in
 *       use.
 * </ul>
 */
@NullMarked
package dev.vidwiz.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
