/** Endpoints for videos: reading, searching, streaming changes and uploading parts. */
@NullMarked
package dev.vidwiz.http.video;

import org.jspecify.annotations.NullMarked;
