/** A worker method that somebody brings, in a jar or a source folder, before the judges of the shipped one. */
package dev.latchwork.subject;
