/** The shipped wait under the hand of a property. In the shipped package, because its steps are not public. */
package dev.latchwork.aio.session;
