/**
 * Sequential specifications of the shared objects, against which histories of the real ones are judged. They are plain
 * collections with the contract of the protocol, written without looking at how the implementation does it.
 */
package dev.latchwork.model.history;
