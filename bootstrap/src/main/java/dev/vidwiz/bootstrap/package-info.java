/**
 * The program: the command line, settings and wiring. The only module that depends on all others.
 */
@NullMarked
package dev.vidwiz.bootstrap;

import org.jspecify.annotations.NullMarked;
