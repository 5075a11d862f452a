/** What could be had at best: the bare minimum that any server of this kind has to do. */
@NullMarked
package dev.vidwiz.bench.ceiling;

import org.jspecify.annotations.NullMarked;
