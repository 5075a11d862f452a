/** Transcripts: the spoken words of a video, with their times. */
@NullMarked
package dev.vidwiz.domain.transcript;

import org.jspecify.annotations.NullMarked;
