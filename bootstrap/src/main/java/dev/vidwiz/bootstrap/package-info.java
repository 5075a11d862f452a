/** The program: settings, wiring, the command line. The only place that knows every module. */
@NullMarked
package dev.vidwiz.bootstrap;

import org.jspecify.annotations.NullMarked;
