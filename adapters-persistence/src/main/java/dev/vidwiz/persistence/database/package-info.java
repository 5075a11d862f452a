/** Connections, transactions over them, and the ways in which they fail. */
@NullMarked
package dev.vidwiz.persistence.database;

import org.jspecify.annotations.NullMarked;
