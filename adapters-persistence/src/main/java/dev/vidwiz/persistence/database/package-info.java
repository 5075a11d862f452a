/** What both databases share: connections, transactions, rows, and the ways in which they fail. */
@NullMarked
package dev.vidwiz.persistence.database;

import org.jspecify.annotations.NullMarked;
