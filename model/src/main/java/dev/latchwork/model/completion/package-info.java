/**
 * The executable specification of the completion side: the actions of {@code docs/completion.md} on immutable states.
 * Corresponds to the module {@code Completion}, its bounds to those of {@code MCCompletion}.
 *
 * <p>Sessions, handles and executors are numbered from 0; -1 stands for none of them.
 */
package dev.latchwork.model.completion;
