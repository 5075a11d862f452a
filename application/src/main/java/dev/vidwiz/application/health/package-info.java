/** Health checks, for load balancers and operators. */
@NullMarked
package dev.vidwiz.application.health;

import org.jspecify.annotations.NullMarked;
