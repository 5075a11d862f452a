/** Rate limits that several servers share. */
@NullMarked
package dev.vidwiz.application.limit;

import org.jspecify.annotations.NullMarked;
