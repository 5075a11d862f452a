/** Tasks in a database. */
@NullMarked
package dev.vidwiz.persistence.task;

import org.jspecify.annotations.NullMarked;
