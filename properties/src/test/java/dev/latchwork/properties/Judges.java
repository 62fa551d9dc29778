package dev.latchwork.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Makes a jqwik property a check of the catalogue: its verdict is recorded, and must be the expected one. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(VerdictHook.class)
@AddLifecycleHook(Repeats.class)
@interface Judges {
    /** Id of the check. */
    String value();

    /** Tries. */
    Budget budget();

    /** What {@link Work} counts in this property, in the plural. */
    String unit();

    /** How many times a kill is made in all, each with another seed; more than one shows that it was no luck. */
    int runs() default 3;
}
