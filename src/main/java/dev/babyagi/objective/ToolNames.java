package dev.babyagi.objective;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Stores tool names in one column. {@code null} (every pure tool) stays {@code null}, and
 * an empty list (no tool) is an empty text.
 */
@Converter
class ToolNames implements AttributeConverter<@Nullable List<String>, @Nullable String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable List<String> names) {
		return (names != null) ? String.join(",", names) : null;
	}

	@Override
	public @Nullable List<String> convertToEntityAttribute(@Nullable String column) {
		if (column == null) {
			return null;
		}
		return column.isEmpty() ? List.of() : List.of(column.split(",", -1));
	}

}
