/** Shared by both databases: connections, transactions, rows and failures. */
@NullMarked
package dev.vidwiz.persistence.database;

import org.jspecify.annotations.NullMarked;
