/** The other end of the task endpoints: a worker that talks to a server elsewhere. */
@NullMarked
package dev.vidwiz.http.worker;

import org.jspecify.annotations.NullMarked;
