package dev.babyagi.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/**
 * One service on H2 in memory, shared by all tests that are marked so. It takes no facts
 * from objectives, so that a test can count the calls that are its own, and loads no
 * model.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:journey;DB_CLOSE_DELAY=-1",
		"babyagi.memory.extract=off", "babyagi.memory.embedding.model=none" })
public @interface ServiceOnH2 {

}
