/** Endpoints for load balancers and monitoring. */
@NullMarked
package dev.vidwiz.http.health;

import org.jspecify.annotations.NullMarked;
