/** What is said in a video, and when. */
@NullMarked
package dev.vidwiz.domain.transcript;

import org.jspecify.annotations.NullMarked;
