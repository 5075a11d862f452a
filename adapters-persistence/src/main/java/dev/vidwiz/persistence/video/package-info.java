/** Videos and transcripts in a database. */
@NullMarked
package dev.vidwiz.persistence.video;

import org.jspecify.annotations.NullMarked;
