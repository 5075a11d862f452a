/** Videos: reading, searching, watching, and filling them in. */
@NullMarked
package dev.vidwiz.http.video;

import org.jspecify.annotations.NullMarked;
