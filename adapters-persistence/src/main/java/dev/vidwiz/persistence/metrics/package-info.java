/** What an operator wants to know of the database. */
@NullMarked
package dev.vidwiz.persistence.metrics;

import org.jspecify.annotations.NullMarked;
