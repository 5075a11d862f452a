/** The format of log lines, and the line of each request. */
@NullMarked
package dev.vidwiz.bootstrap.log;

import org.jspecify.annotations.NullMarked;
