/** The jobs of the AI in a database. */
@NullMarked
package dev.vidwiz.persistence.ai;

import org.jspecify.annotations.NullMarked;
