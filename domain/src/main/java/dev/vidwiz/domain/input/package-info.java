/** Input of callers: the result of parsing it, and the rules for all texts. */
@NullMarked
package dev.vidwiz.domain.input;

import org.jspecify.annotations.NullMarked;
