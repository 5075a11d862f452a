/** Notes at a moment of a video. */
@NullMarked
package dev.vidwiz.domain.note;

import org.jspecify.annotations.NullMarked;
