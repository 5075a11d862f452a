/** What an operator can know of the requests: who watches them, and what is told of each. */
@NullMarked
package dev.vidwiz.http.monitor;

import org.jspecify.annotations.NullMarked;
