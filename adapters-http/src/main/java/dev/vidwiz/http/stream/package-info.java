/** Server-sent events. */
@NullMarked
package dev.vidwiz.http.stream;

import org.jspecify.annotations.NullMarked;
