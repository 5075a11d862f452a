/** The jobs of the AI: filling in blank notes and summarising videos. */
@NullMarked
package dev.vidwiz.application.ai;

import org.jspecify.annotations.NullMarked;
