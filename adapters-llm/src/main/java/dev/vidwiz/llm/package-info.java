/** Chat models on servers with OpenAI's API, such as OpenRouter. */
@NullMarked
package dev.vidwiz.llm;

import org.jspecify.annotations.NullMarked;
