/**
 * VidWiz in a database: SQLite or PostgreSQL, opened by {@link JdbiStorage}.
 *
 * <p>Other programs may rely on this package and on {@code dev.vidwiz.persistence.settings}. The
 * others below it are for VidWiz alone.
 */
@NullMarked
package dev.vidwiz.persistence;

import org.jspecify.annotations.NullMarked;
