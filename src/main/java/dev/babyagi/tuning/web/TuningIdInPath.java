package dev.babyagi.tuning.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.tuning.TuningId;

/**
 * Documents the parameter of a path that is the id of a fine-tuning.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(example = TuningView.EXAMPLE, schema = @Schema(type = "string", pattern = TuningId.PATTERN))
@interface TuningIdInPath {

}
