package dev.babyagi.dataset.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.dataset.DatasetId;

/**
 * Documents the parameter of a path that is the id of a dataset.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(example = DatasetView.EXAMPLE, schema = @Schema(type = "string", pattern = DatasetId.PATTERN))
@interface DatasetIdInPath {

}
