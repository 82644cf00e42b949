package dev.babyagi.objective;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Tool names as one column: {@code null} stays {@code null} (every pure tool), an empty
 * list is an empty text (no tool).
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
