/** HTTP/1.1 from the client's side, over plain sockets and with as little work as possible. */
@NullMarked
package dev.vidwiz.bench.http;

import org.jspecify.annotations.NullMarked;
