/** Chat models behind servers that speak OpenAI's protocol, such as OpenRouter. */
@NullMarked
package dev.vidwiz.llm;

import org.jspecify.annotations.NullMarked;
