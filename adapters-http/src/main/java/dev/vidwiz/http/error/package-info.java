/** What a caller is told when a request fails. */
@NullMarked
package dev.vidwiz.http.error;

import org.jspecify.annotations.NullMarked;
