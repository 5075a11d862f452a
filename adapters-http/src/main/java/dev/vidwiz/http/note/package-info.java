/** Endpoints for notes. */
@NullMarked
package dev.vidwiz.http.note;

import org.jspecify.annotations.NullMarked;
