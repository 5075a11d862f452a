/** The OpenAPI document and its page. */
@NullMarked
package dev.vidwiz.http.openapi;

import org.jspecify.annotations.NullMarked;
