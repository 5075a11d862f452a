/** Registered users. */
@NullMarked
package dev.vidwiz.domain.user;

import org.jspecify.annotations.NullMarked;
