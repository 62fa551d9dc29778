package dev.latchwork.tla.states;

import java.util.List;
import tlc2.tool.TLCState;

/**
 * One transition.
 *
 * @param action as named in the module
 * @param arguments as TLA+ text
 * @param successor the state after it
 */
record Transition(String action, List<String> arguments, TLCState successor) {}
