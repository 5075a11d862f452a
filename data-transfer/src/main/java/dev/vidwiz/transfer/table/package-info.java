/** Bulk access to every table of a database, for archives and imports. */
@NullMarked
package dev.vidwiz.transfer.table;

import org.jspecify.annotations.NullMarked;
