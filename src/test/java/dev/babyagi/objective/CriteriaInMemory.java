package dev.babyagi.objective;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

import dev.babyagi.EveryField;

/**
 * Answers criteria from objects in memory instead of a database. It knows the few
 * operators that lists use.
 */
final class CriteriaInMemory {

	private CriteriaInMemory() {
	}

	/** The criteria as a test of one object. */
	static <T> Predicate<T> of(Specification<T> specification) {
		@SuppressWarnings("unchecked")
		Root<T> root = (Root<T>) term(Root.class, (object) -> object);
		CriteriaBuilder builder = proxy(CriteriaBuilder.class, (_, method, arguments) -> combine(method, arguments));
		CriteriaQuery<?> query = proxy(CriteriaQuery.class, (_, method, _) -> {
			throw new UnsupportedOperationException(method.getName());
		});
		Term criteria = termOf(Objects.requireNonNull(specification.toPredicate(root, query, builder)));
		return (object) -> Boolean.TRUE.equals(criteria.of(object));
	}

	private static Object combine(Method method, @Nullable Object[] arguments) {
		Object first = Objects.requireNonNull(arguments[0]);
		List<?> all = (first instanceof List<?> list) ? list : List.of(arguments);
		return term(jakarta.persistence.criteria.Predicate.class, switch (method.getName()) {
			case "and" -> (object) -> all.stream().allMatch((one) -> Boolean.TRUE.equals(valueOf(one, object)));
			case "or" -> (object) -> all.stream().anyMatch((one) -> Boolean.TRUE.equals(valueOf(one, object)));
			case "equal" -> (object) -> valueOf(first, object).equals(valueOf(all.get(1), object));
			case "lessThan" -> (object) -> compare(all, object) < 0;
			case "greaterThan" -> (object) -> compare(all, object) > 0;
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	@SuppressWarnings("unchecked")
	private static int compare(List<?> pair, Object object) {
		return ((Comparable<Object>) valueOf(pair.get(0), object)).compareTo(valueOf(pair.get(1), object));
	}

	private static Object valueOf(Object term, Object object) {
		return Proxy.isProxyClass(term.getClass()) ? termOf(term).of(object) : term;
	}

	private static Term termOf(Object proxy) {
		return (Term) Proxy.getInvocationHandler(proxy);
	}

	private static <T> T term(Class<T> type, Function<Object, Object> value) {
		return proxy(type, new Term(value));
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/**
	 * A path or a predicate: a value of an object.
	 */
	private record Term(Function<Object, Object> value) implements InvocationHandler {

		Object of(Object object) {
			return this.value.apply(object);
		}

		@Override
		public Object invoke(Object proxy, Method method, @Nullable Object[] arguments) {
			if (!method.getName().equals("get")) {
				throw new UnsupportedOperationException(method.getName());
			}
			String name = String.valueOf(arguments[0]);
			return term(jakarta.persistence.criteria.Path.class,
					(object) -> Objects.requireNonNull(EveryField.of(of(object)).get(name)));
		}

	}

}
