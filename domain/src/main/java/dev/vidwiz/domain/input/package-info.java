/** What callers send: the outcome of parsing it and the rules that hold for every text. */
@NullMarked
package dev.vidwiz.domain.input;

import org.jspecify.annotations.NullMarked;
