/** The people who save notes. */
@NullMarked
package dev.vidwiz.domain.user;

import org.jspecify.annotations.NullMarked;
