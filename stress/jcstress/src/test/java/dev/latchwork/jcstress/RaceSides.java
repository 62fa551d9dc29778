package dev.latchwork.jcstress;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sides of a race, on the class around its tests: patterns of outcomes, each of which must be seen in every test,
 * and more than now and then ({@link JcstressBudget#sideSamplesAtLeast}).
 * Without the first the second never ran, or the reverse: a test that saw one side only has not raced.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface RaceSides {
    /** Regular expressions of whole outcomes. */
    String[] value();
}
