/** The rules of the architecture, and wrong code in {@code wrong} on which each is shown to be able to fail. */
package dev.latchwork.properties.architecture;
