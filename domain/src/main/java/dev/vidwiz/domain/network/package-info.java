/** Where callers come from. */
@NullMarked
package dev.vidwiz.domain.network;

import org.jspecify.annotations.NullMarked;
