/** Ceilings: the minimal work of any server of this kind, as an upper bound of the rates. */
@NullMarked
package dev.vidwiz.bench.ceiling;

import org.jspecify.annotations.NullMarked;
