/**
 * Properties by jqwik, on the model and on the implementation, and the rules of the architecture. A property is a method
 * that throws {@link dev.latchwork.properties.Violation}; it is run on the reference, where it has to hold, and on
 * mutants, where it has to be violated.
 */
package dev.latchwork.properties;
