/** Outgoing connections, direct or through a proxy. */
@NullMarked
package dev.vidwiz.bootstrap.network;

import org.jspecify.annotations.NullMarked;
