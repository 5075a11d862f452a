/** Tasks and AI jobs in one list, from a database. */
@NullMarked
package dev.vidwiz.persistence.work;

import org.jspecify.annotations.NullMarked;
