/** Signals that are sent with transactions, and between servers by PostgreSQL. */
@NullMarked
package dev.vidwiz.persistence.signal;

import org.jspecify.annotations.NullMarked;
