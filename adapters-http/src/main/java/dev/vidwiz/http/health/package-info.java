/** What load balancers and monitors ask. */
@NullMarked
package dev.vidwiz.http.health;

import org.jspecify.annotations.NullMarked;
