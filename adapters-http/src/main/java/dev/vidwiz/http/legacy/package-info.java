/**
 * The legacy API under {@code /api}: other paths and formats for the same use cases. Requests that
 * match one of {@code /v2} use its handler.
 */
@NullMarked
package dev.vidwiz.http.legacy;

import org.jspecify.annotations.NullMarked;
