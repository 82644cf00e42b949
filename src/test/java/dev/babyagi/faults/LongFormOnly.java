package dev.babyagi.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Marks a fault case that waits for much of a minute. The short form of the fault suite
 * leaves it out, and {@code ./mvnw verify -Pfaults} runs it.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "faults.whole", matches = "true", disabledReason = "Only -Pfaults runs it")
@interface LongFormOnly {

}
