/** JSON documents that VidWiz keeps without looking inside. */
@NullMarked
package dev.vidwiz.domain.json;

import org.jspecify.annotations.NullMarked;
