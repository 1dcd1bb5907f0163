/** Firewalls of AWS Network Firewall, their policies and their rule groups. */
@NullMarked
package io.awsaudit.inventory.networkfirewall;

import org.jspecify.annotations.NullMarked;
