/** Parsing requests, with all errors reported together. */
@NullMarked
package dev.vidwiz.http.request;

import org.jspecify.annotations.NullMarked;
