/** The web app: files that another project built, served to browsers. */
@NullMarked
package dev.vidwiz.http.web;

import org.jspecify.annotations.NullMarked;
