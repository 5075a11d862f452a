/** The HTTP API on Javalin; bootstrap starts {@link HttpServer}. */
@NullMarked
package dev.vidwiz.http;

import org.jspecify.annotations.NullMarked;
