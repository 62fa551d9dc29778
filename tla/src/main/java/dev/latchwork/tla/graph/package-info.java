/** State graphs whose states and actions are texts, so that those of two programs can be compared. */
package dev.latchwork.tla.graph;
