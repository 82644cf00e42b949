package dev.babyagi.memory.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

import dev.babyagi.memory.MemoryId;

/**
 * Documents the parameter of a path that is the id of a memory.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(example = "mem_01M88EQ6FJEXDAV3FV4QHVJ051", schema = @Schema(type = "string", pattern = MemoryId.PATTERN))
@interface MemoryIdInPath {

}
