/** All tables as they are, for work on whole databases: archives and moving in. */
@NullMarked
package dev.vidwiz.transfer.table;

import org.jspecify.annotations.NullMarked;
