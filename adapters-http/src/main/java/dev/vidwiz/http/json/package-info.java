/** JSON as it comes in and goes out. */
@NullMarked
package dev.vidwiz.http.json;

import org.jspecify.annotations.NullMarked;
