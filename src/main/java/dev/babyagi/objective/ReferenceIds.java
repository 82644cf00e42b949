package dev.babyagi.objective;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Stores ids in one column; {@code null} if there are none.
 */
@Converter
class ReferenceIds implements AttributeConverter<List<UUID>, @Nullable String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable List<UUID> ids) {
		return (ids == null || ids.isEmpty()) ? null
				: ids.stream().map(UUID::toString).collect(Collectors.joining(","));
	}

	@Override
	public List<UUID> convertToEntityAttribute(@Nullable String column) {
		return (column != null) ? Stream.of(column.split(",", -1)).map(UUID::fromString).toList() : List.of();
	}

}
