/** Migrates the tables of a database. */
@NullMarked
package dev.vidwiz.persistence.migration;

import org.jspecify.annotations.NullMarked;
