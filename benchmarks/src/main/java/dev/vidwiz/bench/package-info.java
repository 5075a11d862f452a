/** The program that {@code ./vidwiz bench} runs. */
@NullMarked
package dev.vidwiz.bench;

import org.jspecify.annotations.NullMarked;
