/**
 * The storage of VidWiz in SQLite or PostgreSQL, opened by {@link JdbiStorage}.
 *
 * <p>This package and {@code dev.vidwiz.persistence.settings} are the public API, with those types
 * of other packages that a rule of {@code ArchitectureTest} names.
 */
@NullMarked
package dev.vidwiz.persistence;

import org.jspecify.annotations.NullMarked;
