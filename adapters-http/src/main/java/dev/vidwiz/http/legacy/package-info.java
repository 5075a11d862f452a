/**
 * The API of the first generation of clients, under {@code /api}: other paths and shapes for the
 * same use cases. Where a call is the same as one of {@code /v2}, the handler is the same as well.
 */
@NullMarked
package dev.vidwiz.http.legacy;

import org.jspecify.annotations.NullMarked;
