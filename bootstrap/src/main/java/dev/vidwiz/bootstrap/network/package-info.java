/** How requests leave this machine: directly or by a proxy. */
@NullMarked
package dev.vidwiz.bootstrap.network;

import org.jspecify.annotations.NullMarked;
