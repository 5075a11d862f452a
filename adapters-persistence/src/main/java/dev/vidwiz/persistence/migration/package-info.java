/** Brings the tables of a database up to date. */
@NullMarked
package dev.vidwiz.persistence.migration;

import org.jspecify.annotations.NullMarked;
