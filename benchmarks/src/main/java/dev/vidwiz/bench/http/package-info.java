/** A minimal HTTP/1.1 client over plain sockets. */
@NullMarked
package dev.vidwiz.bench.http;

import org.jspecify.annotations.NullMarked;
