/** JSON documents that VidWiz stores without parsing them. */
@NullMarked
package dev.vidwiz.domain.json;

import org.jspecify.annotations.NullMarked;
