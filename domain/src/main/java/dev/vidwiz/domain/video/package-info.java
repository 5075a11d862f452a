/** YouTube videos: their identity and how much of them is known. */
@NullMarked
package dev.vidwiz.domain.video;

import org.jspecify.annotations.NullMarked;
