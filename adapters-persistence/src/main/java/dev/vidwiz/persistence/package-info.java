/** VidWiz in a database: SQLite or PostgreSQL, opened by {@link JdbiStorage}. */
@NullMarked
package dev.vidwiz.persistence;

import org.jspecify.annotations.NullMarked;
