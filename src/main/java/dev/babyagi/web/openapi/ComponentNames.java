package dev.babyagi.web.openapi;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names the schema of a generic type as one says it: a page of objectives is an
 * {@code ObjectivePage}.
 */
class ComponentNames extends TypeNameResolver {

	@Override
	protected String nameForGenericType(JavaType type, Set<Options> options) {
		return IntStream.range(0, type.containedTypeCount())
			.mapToObj((index) -> nameForType(type.containedType(index), options))
			.collect(Collectors.joining("", "", nameForClass(type, options)));
	}

}
