/** Parsing and writing JSON. */
@NullMarked
package dev.vidwiz.http.json;

import org.jspecify.annotations.NullMarked;
