/** Lincheck on the shared objects and on the whole worker method. {@code LincheckAdapter} hides Lincheck's inner names. */
package dev.latchwork.lincheck;
