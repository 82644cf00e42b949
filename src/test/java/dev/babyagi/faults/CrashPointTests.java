package dev.babyagi.faults;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The crash points name methods in texts, and only the long form of the fault suite stops
 * at all of them.
 */
class CrashPointTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource("dev.babyagi.faults.CrashPointIT#allPoints")
	void isOneMethodOfTheService(String instant, String type, String method, int time) throws Exception {
		Method[] methods = Class.forName("dev.babyagi." + type).getDeclaredMethods();
		assertThat(Arrays.stream(methods).filter((one) -> one.getName().equals(method) && !one.isBridge()))
			.as("%s, time %d", instant, time)
			.hasSize(1);
	}

}
