/** The client side of the worker endpoints, for workers of a remote server. */
@NullMarked
package dev.vidwiz.http.worker;

import org.jspecify.annotations.NullMarked;
