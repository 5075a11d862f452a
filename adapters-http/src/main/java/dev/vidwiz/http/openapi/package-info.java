/** The description of the API, for programs and for people. */
@NullMarked
package dev.vidwiz.http.openapi;

import org.jspecify.annotations.NullMarked;
