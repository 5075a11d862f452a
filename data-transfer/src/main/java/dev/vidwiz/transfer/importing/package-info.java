/** Moves the rows of a Python server's database into ours. */
@NullMarked
package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.NullMarked;
