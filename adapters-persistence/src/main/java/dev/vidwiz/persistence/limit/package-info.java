/** Rate limits that several servers share. */
@NullMarked
package dev.vidwiz.persistence.limit;

import org.jspecify.annotations.NullMarked;
