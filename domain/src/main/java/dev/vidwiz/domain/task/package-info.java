/** Work for the workers that fetch transcripts and metadata, and the states it goes through. */
@NullMarked
package dev.vidwiz.domain.task;

import org.jspecify.annotations.NullMarked;
