/** Tasks and AI jobs, as operators see and change them. */
@NullMarked
package dev.vidwiz.http.job;

import org.jspecify.annotations.NullMarked;
