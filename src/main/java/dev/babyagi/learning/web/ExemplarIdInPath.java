package dev.babyagi.learning.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.exemplar.ExemplarId;

/**
 * Documents the parameter of a path that is the id of an exemplar.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(example = ExemplarView.EXAMPLE, schema = @Schema(type = "string", pattern = ExemplarId.PATTERN))
@interface ExemplarIdInPath {

}
