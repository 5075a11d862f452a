/** Archives: everything that a database holds in one file, which either kind of database reads. */
@NullMarked
package dev.vidwiz.transfer.archive;

import org.jspecify.annotations.NullMarked;
