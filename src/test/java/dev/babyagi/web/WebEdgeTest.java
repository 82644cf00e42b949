package dev.babyagi.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import dev.babyagi.web.idempotency.SampleController;

/**
 * A test of the edge over real HTTP, with controllers that show what reached them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid}")
@Import({ EchoController.class, HttpFixture.class, SampleController.class })
public @interface WebEdgeTest {

}
