/**
 * Backup and restore: archives, which restore into SQLite and PostgreSQL, and copies of SQLite
 * files.
 */
@NullMarked
package dev.vidwiz.transfer.archive;

import org.jspecify.annotations.NullMarked;
