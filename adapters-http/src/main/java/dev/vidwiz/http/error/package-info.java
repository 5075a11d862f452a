/** Error responses. */
@NullMarked
package dev.vidwiz.http.error;

import org.jspecify.annotations.NullMarked;
