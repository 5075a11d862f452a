/** What a program names when it opens a database, and why one is refused. */
@NullMarked
package dev.vidwiz.persistence.settings;

import org.jspecify.annotations.NullMarked;
