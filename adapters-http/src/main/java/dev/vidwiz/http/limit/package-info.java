/** Rate limits. */
@NullMarked
package dev.vidwiz.http.limit;

import org.jspecify.annotations.NullMarked;
