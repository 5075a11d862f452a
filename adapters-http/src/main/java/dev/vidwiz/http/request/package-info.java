/** Reading requests, and finding everything that is wrong with them at once. */
@NullMarked
package dev.vidwiz.http.request;

import org.jspecify.annotations.NullMarked;
