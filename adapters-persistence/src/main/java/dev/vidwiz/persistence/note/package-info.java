/** Notes in a database. */
@NullMarked
package dev.vidwiz.persistence.note;

import org.jspecify.annotations.NullMarked;
