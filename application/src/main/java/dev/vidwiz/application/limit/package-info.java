/** How often clients may call, when several servers count together. */
@NullMarked
package dev.vidwiz.application.limit;

import org.jspecify.annotations.NullMarked;
