package dev.babyagi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the map of all query parameters of a route that accepts, besides those it names,
 * any parameter whose name begins like this.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryPrefix {

	/** The beginning of the names, such as {@code metadata.}; more must follow it. */
	String value();

}
