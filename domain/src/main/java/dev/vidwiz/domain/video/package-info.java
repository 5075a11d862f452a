/** YouTube videos: ids, titles and readiness. */
@NullMarked
package dev.vidwiz.domain.video;

import org.jspecify.annotations.NullMarked;
