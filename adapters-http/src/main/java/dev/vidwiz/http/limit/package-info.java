/** How often a client may call. */
@NullMarked
package dev.vidwiz.http.limit;

import org.jspecify.annotations.NullMarked;
