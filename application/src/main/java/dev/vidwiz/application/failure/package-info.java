/** What callers see of something outside that broke. */
@NullMarked
package dev.vidwiz.application.failure;

import org.jspecify.annotations.NullMarked;
