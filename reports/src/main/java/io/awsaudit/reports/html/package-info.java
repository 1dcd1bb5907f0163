/**
 * The report for people: one HTML file that needs no network, and can be read, searched, printed and mailed.
 *
 * <p>What an account's names and tags say is never markup here. The page's policy lets it run one script and one style
 * sheet, both known by their hash, and load nothing at all; text reaches the page escaped, or as JSON that the script
 * puts into text nodes.
 */
@NullMarked
package io.awsaudit.reports.html;

import org.jspecify.annotations.NullMarked;
