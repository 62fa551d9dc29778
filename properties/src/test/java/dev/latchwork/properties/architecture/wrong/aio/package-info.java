/** Laid out as the project is, and wrong in one way a class. */
package dev.latchwork.properties.architecture.wrong.aio;
