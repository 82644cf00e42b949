package dev.babyagi.learning.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.lesson.LessonId;

/**
 * Documents the parameter of a path that is the id of a lesson.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(example = LessonView.EXAMPLE, schema = @Schema(type = "string", pattern = LessonId.PATTERN))
@interface LessonIdInPath {

}
