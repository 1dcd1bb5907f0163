/** Texts that people write: files read with care, YAML with the line of each value, and words that were misspelt. */
@NullMarked
package io.awsaudit.rules.text;

import org.jspecify.annotations.NullMarked;
