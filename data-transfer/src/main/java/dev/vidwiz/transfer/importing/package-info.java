/** Imports the database of the old Python server. */
@NullMarked
package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.NullMarked;
