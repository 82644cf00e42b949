package dev.babyagi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Documents that an operation takes an {@code Idempotency-Key}. The operation itself uses
 * {@link IdempotencyKeys} to create its resource.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = IdempotencyKeys.HEADER, in = ParameterIn.HEADER,
		description = "Makes the request safe to repeat: with the same key and body nothing is created twice, and the "
				+ "answer is that of the first request. The key is kept for 24 hours.",
		schema = @Schema(type = "string", maxLength = 255, pattern = "^[!-~]([ -~]*[!-~])?$"))
public @interface SafeToRepeat {

}
