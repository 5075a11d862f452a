/** Request metrics: what is reported about each request, and to whom. */
@NullMarked
package dev.vidwiz.http.monitor;

import org.jspecify.annotations.NullMarked;
